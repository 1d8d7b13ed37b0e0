-- WsgiLsp in Neovim 0.7 and later. On 0.11 and later, lsp/wsgilsp.lua beside this file is shorter.
--
-- Use: put `wsgilsp` on the PATH and copy this file to ~/.config/nvim/plugin/wsgilsp.lua
--
-- It adds the server to Markdown files and leaves everything else about them as it is. In a Markdown buffer,
-- where you have not mapped the key yourself:
--   K     reveal the answer of the card under the cursor
--   gra   code actions: fix a finding, quiz this card, section or deck
--   grl   run the code lens of the line: quiz all, or the group
--   grn   rename
--   Ctrl-X Ctrl-O (inserting)  complete
--   ]d [d next and previous finding
-- To format a deck: `:lua vim.lsp.buf.format()`; before 0.8 `:lua vim.lsp.buf.formatting()`. On saving, in your own
-- configuration:
--   vim.api.nvim_create_autocmd('BufWritePre', {
--     pattern = '*.deck.md',
--     callback = function()
--       (vim.lsp.buf.format or vim.lsp.buf.formatting_sync)()
--     end,
--   })
-- A question comes as a numbered list: type the number of your answer and press Enter. On a quiz sheet, type on the last
-- line and press Enter. Sheets are in `.quiz` beside the deck, or at the root of its project, and have the deck's server.
--
-- What you may set before this file is read:
--   vim.g.wsgilsp_command = { '/path/of/wsgilsp', 'lsp' }   another program than the `wsgilsp` on the PATH
--   vim.g.wsgilsp_root = '/path/of/decks'                   one root for all decks below it
-- Run by our tests in Neovim 0.7.2.

if vim.g.loaded_wsgilsp then
  return
end
vim.g.loaded_wsgilsp = true

local settings = { wsgilsp = { codeLens = { cards = false } } }

local clients = {} -- by root folder

local function root_of(file)
  local chosen = vim.g.wsgilsp_root
  if chosen and vim.startswith(file, (chosen:gsub('/?$', '/'))) then
    return chosen
  end
  local folder = vim.fn.fnamemodify(file, ':p:h'):gsub('[/\\]%.quiz$', '') -- quiz sheets belong to their deck
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

-- A quiz goes on after a crash by its log, and "Resume quiz" writes its sheet anew: a swap file has nothing to add.
vim.api.nvim_create_autocmd('SwapExists', {
  pattern = '*.quiz.md',
  desc = 'Open quiz sheets after a crash',
  callback = function()
    vim.v.swapchoice = 'e'
  end,
})

-- Neovim has this from 0.8 on. The caret goes where the answer goes.
local function show_document(_, shown)
  vim.cmd('edit ' .. vim.fn.fnameescape(vim.uri_to_fname(shown.uri)))
  if shown.selection then
    -- The file may be shorter than what is about to stand in it.
    local line = math.min(shown.selection.start.line + 1, vim.api.nvim_buf_line_count(0))
    vim.api.nvim_win_set_cursor(0, { line, 0 })
  end
  return { success = true }
end

local function capabilities()
  local own = vim.lsp.protocol.make_client_capabilities()
  own.window.showDocument = own.window.showDocument or {}
  own.window.showDocument.support = true
  return own
end

local function on_attach(client, buffer)
  -- What a file's type sets would complete HTML.
  vim.bo[buffer].omnifunc = 'v:lua.vim.lsp.omnifunc'
  map(buffer, 'K', vim.lsp.buf.hover, 'Reveal the answer')
  map(buffer, 'gra', vim.lsp.buf.code_action, 'Fix or quiz')
  map(buffer, 'grl', vim.lsp.codelens.run, 'Run the code lens')
  map(buffer, 'grn', vim.lsp.buf.rename, 'Rename')
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

local start -- a server for a root

local function attach(buffer)
  local file = vim.api.nvim_buf_get_name(buffer)
  if file == '' or vim.bo[buffer].buftype ~= '' then
    return
  end
  local root = root_of(file)
  clients[root] = clients[root] or start(root)
  if clients[root] then
    vim.lsp.buf_attach_client(buffer, clients[root])
  end
end

-- A server that died is started again for the files that it had, a few times.
local starts_left = 5

local function start_again(root)
  starts_left = starts_left - 1
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    if vim.api.nvim_buf_is_loaded(buffer) and vim.bo[buffer].filetype == 'markdown' then
      if root_of(vim.api.nvim_buf_get_name(buffer)) == root then
        attach(buffer)
      end
    end
  end
end

function start(root)
  return vim.lsp.start_client({
    name = 'wsgilsp',
    cmd = vim.g.wsgilsp_command or { 'wsgilsp', 'lsp' },
    root_dir = root,
    workspace_folders = { { uri = vim.uri_from_fname(root), name = vim.fn.fnamemodify(root, ':t') } },
    settings = settings,
    on_init = function(client)
      client.notify('workspace/didChangeConfiguration', { settings = settings })
    end,
    capabilities = capabilities(),
    handlers = not vim.lsp.handlers['window/showDocument'] and { ['window/showDocument'] = show_document } or nil,
    on_attach = on_attach,
    on_exit = function(code, signal)
      clients[root] = nil
      if (code ~= 0 or signal ~= 0) and starts_left > 0 then
        vim.schedule(function()
          start_again(root)
        end)
      end
    end,
  })
end

vim.api.nvim_create_autocmd('FileType', {
  pattern = 'markdown',
  desc = 'Start WsgiLsp',
  callback = function(event)
    attach(event.buf)
  end,
})
