// The words that the acts of the golden history rest on, in every script and way of saying where they stand.
import { quote } from './history-write.mjs';

export const metre = quote('gazette-0112', 'will not move the border by one metre');
export const maps = quote('gazette-0112', 'not about maps');
export const ease = quote('gazette-0112', 'a plan to ease the blockade');
export const valley = quote('gazette-0112', 'the whole valley, and now');
export const harbour = quote('gazette-0112', 'The blockade of the harbour began at noon.');
export const mirrored = quote('mirror-0112', 'will not move the border by one metre');
export const truce = quote('communique-0120', 'trêve jusqu’à la fin de juin.\r\n', { start: 52, end: 83 });
export const accepts = quote('communique-0120', 'Elle accepte les observateurs');
export const thirtyDays = quote('communique-0120', 'une trêve de trente jours', {
  prefix: 'Elle propose ',
  suffix: '.\r\n',
});
export const oldLine = quote('wire-0203', 'could live with the old line in the north');
export const never = quote('wire-0203', '“Never on our soil.”');
export const delegations = quote('wire-0203', 'will send', { suffix: ' delegations' });
export const experts = quote('wire-0203', 'Both capitals will send', { start: 139, end: 162 });
export const vote = quote('wire-0203', 'voted 9 to 2 for a truce');
export const stays = quote('interview-he', 'הגבול יישאר במקומו', {
  translation: { language: 'en', text: 'The border will stay in its place.', by: 'human' },
});
export const spring = quote('interview-he', 'נחזור לשולחן באביב', { prefix: '"', suffix: '"' });
export const middle = quote('digest-0215', '“meet in the middle”');
export const cafe = quote('digest-0215', 'cafe\u0301 talks 👨‍👩‍👧 went on');
export const tomorrow = quote('blog-0301', 'wants the new line tomorrow');
export const offTable = quote('blog-0301', 'the proposal is off the table');
export const half = quote('leak-0310', '“half the valley 🤝 and no more”');
export const price = quote('archive-1230', 'The new line is a price that we can pay.');
export const thirty = quote('paper-zh', '停火三十天');
export const takeBack = quote('paper-zh', '我們收回先前的提議。', {
  translation: { language: 'en', text: 'We take back our earlier proposal.', by: 'machine' },
});
