-- A person's own init.lua: waits until a server has found something in the deck that is open, and writes down what is there.

vim.opt.shadafile = 'NONE'
vim.opt.swapfile = false

local left = 15000 -- milliseconds

local function look()
  local finding = vim.diagnostic.get(0)[1]
  left = left - 50
  if finding then
    local client = vim.lsp.get_active_clients()[1]
    vim.fn.writefile({
      'file ' .. vim.api.nvim_buf_get_name(0),
      'folder ' .. vim.fn.getcwd(),
      'root ' .. client.config.root_dir,
      'server ' .. table.concat(client.config.cmd, ' '),
      'finding ' .. (finding.code or finding.user_data.lsp.code),
    }, os.getenv('E2E_REPORT'))
    vim.cmd('qall!')
  elseif left < 0 then
    vim.cmd('cquit 1')
  else
    vim.defer_fn(look, 50)
  end
end

vim.defer_fn(look, 50)
