-- Opens the broken deck, creates the file E2E_READY when the server has found its mistake, and stays.

vim.cmd('edit ' .. os.getenv('E2E_BROKEN_DECK'))
vim.wait(10000, function()
  return #vim.diagnostic.get(0) > 0
end, 20)
if #vim.diagnostic.get(0) > 0 then
  vim.fn.writefile({}, os.getenv('E2E_READY'))
end
