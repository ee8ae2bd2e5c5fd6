#!/usr/bin/env bash
# Makes an authority of the cluster's own and a certificate for each of its three nodes, once. Keys stay with whom they
# are of: the authority's in its volume, each node's in that node's.
set -euo pipefail

if [[ ! -f /authority/ca.crt ]]; then
  es-gencert-cli create-ca -out /authority
fi
cp /authority/ca.crt /ca/ca.crt
chmod 644 /ca/ca.crt

for node in 1 2 3; do
  directory=/node$node
  if [[ ! -f $directory/node.crt ]]; then
    es-gencert-cli create-node -ca-certificate /authority/ca.crt -ca-key /authority/ca.key -out "$directory" \
      -ip-addresses "127.0.0.1,172.30.240.1$node" -dns-names "localhost,eventstore-$node"
  fi
  # The server's own user, in images from 26.0 on.
  chown -R 1001:1001 "$directory"
  chmod 600 "$directory/node.key"
done
