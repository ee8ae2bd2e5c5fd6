import { portsInMemory } from '../support/test-node.js';
import { describeStanceLaws } from './stance-laws.js';

describeStanceLaws('on a log in memory', portsInMemory, 40);
