-- WsgiLsp in Neovim 0.7 and later. On 0.11 and later, lsp/wsgilsp.lua beside this file is shorter.
--
-- Use: put `wsgilsp` on the PATH and copy this file to ~/.config/nvim/plugin/wsgilsp.lua
--
-- It adds the server to Markdown files and leaves everything else about them as it is. In a Markdown buffer,
-- where you have not mapped the key yourself:
--   K     reveal the answer of the card under the cursor
--   gra   code actions: fix a finding, quiz this card, section or deck
--   grl   run the code lens of the line: quiz all, or the group
--   ]d [d next and previous finding
-- To format a deck: `:lua vim.lsp.buf.format()`; before 0.8 `:lua vim.lsp.buf.formatting()`. On saving, in your own
-- configuration:
--   vim.api.nvim_create_autocmd('BufWritePre', {
--     pattern = '*.deck.md',
--     callback = function()
--       (vim.lsp.buf.format or vim.lsp.buf.formatting_sync)()
--     end,
--   })
-- A question comes as a numbered list: type the number of your answer and press Enter.

local settings = { wsgilsp = { codeLens = { cards = false } } }

local clients = {} -- by root folder

local function root_of(file)
  local folder = vim.fn.fnamemodify(file, ':p:h')
  local found = vim.fn.findfile('wsgilsp.json', folder .. ';')
  if found ~= '' then
    return vim.fn.fnamemodify(found, ':p:h')
  end
  local repository = vim.fn.finddir('.git', folder .. ';')
  return repository ~= '' and vim.fn.fnamemodify(repository, ':p:h:h') or folder
end

local function map(buffer, key, action, description)
  if vim.fn.maparg(key, 'n') == '' then
    vim.keymap.set('n', key, action, { buffer = buffer, desc = description })
  end
end

local function on_attach(client, buffer)
  map(buffer, 'K', vim.lsp.buf.hover, 'Reveal the answer')
  map(buffer, 'gra', vim.lsp.buf.code_action, 'Fix or quiz')
  map(buffer, 'grl', vim.lsp.codelens.run, 'Run the code lens')
  map(buffer, ']d', vim.diagnostic.goto_next, 'Next finding')
  map(buffer, '[d', vim.diagnostic.goto_prev, 'Previous finding')
  if client.server_capabilities.codeLensProvider or client.resolved_capabilities.code_lens then
    vim.api.nvim_create_autocmd({ 'BufEnter', 'InsertLeave', 'TextChanged' }, {
      buffer = buffer,
      callback = vim.lsp.codelens.refresh,
    })
    vim.lsp.codelens.refresh()
  end
end

local function start(root)
  return vim.lsp.start_client({
    name = 'wsgilsp',
    cmd = { 'wsgilsp', 'lsp' },
    root_dir = root,
    workspace_folders = { { uri = vim.uri_from_fname(root), name = vim.fn.fnamemodify(root, ':t') } },
    settings = settings,
    on_init = function(client)
      client.notify('workspace/didChangeConfiguration', { settings = settings })
    end,
    on_attach = on_attach,
    on_exit = function()
      clients[root] = nil
    end,
  })
end

vim.api.nvim_create_autocmd('FileType', {
  pattern = 'markdown',
  desc = 'Start WsgiLsp',
  callback = function(event)
    local file = vim.api.nvim_buf_get_name(event.buf)
    if file == '' or vim.bo[event.buf].buftype ~= '' then
      return
    end
    local root = root_of(file)
    clients[root] = clients[root] or start(root)
    if clients[root] then
      vim.lsp.buf_attach_client(event.buf, clients[root])
    end
  end,
})
