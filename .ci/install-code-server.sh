#!/usr/bin/env bash
# Installs the VS Code workbench that the end-to-end tests drive: code-server from npm, without native builds.
# It goes into .e2e/code-server; a second run finds it there and does nothing. Prints the entry point's path.
#
# The version is pinned together with Microsoft.Playwright in Directory.Packages.props: code-server needs the major
# version of Node that Playwright bundles, and the tests run it under that one.
set -euo pipefail

version=4.139.1
folder="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/.e2e/code-server"
package="$folder/node_modules/code-server"
done_mark="$folder/installed-version"

if [ "$(cat "$done_mark" 2>/dev/null)" != "$version" ]; then
  rm -rf "$folder"
  mkdir -p "$folder"
  options=(--ignore-scripts --omit=dev --no-audit --no-fund --loglevel=error)
  cd "$folder"
  echo '{ "private": true }' > package.json
  npm install "code-server@$version" "${options[@]}" >&2
  # The published package leaves these to its install script; its shrinkwrap pins their versions.
  npm --prefix "$package/lib/vscode" install "${options[@]}" >&2
  npm --prefix "$package/lib/vscode/extensions" install "${options[@]}" >&2
  # Large, and no part of what is tested.
  rm -rf "$package"/lib/vscode/node_modules/{@github,@devcontainers,@microsoft/mxc-sdk} \
    "$package/lib/vscode/extensions/copilot"
  echo "$version" > "$done_mark"
fi

echo "$package/out/node/entry.js"
