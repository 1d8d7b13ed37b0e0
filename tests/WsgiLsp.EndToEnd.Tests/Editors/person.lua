-- A person at Neovim: keys go the way of a person's, through the editor's own input. For scripts that tell what they do.

local limit = 10000 -- milliseconds

local P = { keys = 0 }

function P.given(name)
  local value = os.getenv('E2E_' .. name)
  return value or error('E2E_' .. name .. ' is not set')
end

function P.say(text)
  io.stdout:write(text, '\n')
  io.stdout:flush()
end

-- Keys are typed while Neovim waits for them, so that the person is a coroutine that goes on now and then.
local person

function P.press(keys)
  P.keys = P.keys + #vim.api.nvim_replace_termcodes(keys, true, true, true)
  vim.api.nvim_input(keys)
end

function P.step(what, condition)
  local waited = 0
  while not condition() do
    assert(waited < limit, 'not seen: ' .. what)
    waited = waited + 20
    vim.defer_fn(function()
      coroutine.resume(person)
    end, 20)
    coroutine.yield()
  end
  P.say('ok ' .. what)
end

function P.lines()
  return vim.api.nvim_buf_get_lines(0, 0, -1, false)
end

function P.text()
  return table.concat(P.lines(), '\n')
end

-- A condition: the part stands in the text.
function P.contains(part)
  return function()
    return P.text():find(part, 1, true) ~= nil
  end
end

-- A condition: the server said this of the text.
function P.told(part)
  return function()
    return #vim.tbl_filter(function(finding)
      return finding.message:find(part, 1, true) ~= nil
    end, vim.diagnostic.get(0)) == 1
  end
end

-- The open question: from its heading on.
function P.open()
  local all = P.lines()
  for i = #all, 1, -1 do
    if all[i]:find('^## ') then
      return table.concat(vim.list_slice(all, i), '\n')
    end
  end
  return ''
end

function P.caret_is_last()
  return vim.api.nvim_win_get_cursor(0)[1] == #P.lines()
end

-- The number of the shown line that begins with a mark and has these words.
function P.mark_of(words)
  for _, line in ipairs(vim.split(P.open(), '\n')) do
    local mark = line:match('^%- ([%da-z])[%.%)] ') or line:match('^([%da-z])[%.%)] ')
    if mark and line:find(words, 1, true) then
      return mark
    end
  end
  error('not shown: ' .. words .. '\n' .. P.open())
end

-- Opens a deck and waits for its server and lenses.
function P.open_deck(path)
  vim.cmd('edit ' .. path)
  P.step('the server', function()
    return #vim.lsp.get_active_clients() > 0 and #vim.lsp.codelens.get(0) > 0
  end)
end

-- Runs the first lens whose title begins so; the number of milliseconds until the quiz sheet is shown.
function P.take_lens(title)
  local lens
  P.step('the lens ' .. title, function()
    lens = vim.tbl_filter(function(one)
      return one.command and vim.startswith(one.command.title, title)
    end, vim.lsp.codelens.get(0))[1]
    return lens
  end)
  local began = vim.loop.hrtime()
  vim.lsp.buf_request(0, 'workspace/executeCommand', lens.command)
  P.step('the sheet', function()
    return vim.endswith(vim.api.nvim_buf_get_name(0), '.quiz.md')
  end)
  return (vim.loop.hrtime() - began) / 1e6
end

-- Waits until the server has the open sheet, and begins to type at its end.
function P.sit_down()
  P.step('the server on the sheet', function()
    return #vim.lsp.buf_get_clients(0) > 0
  end)
  P.press('GA')
  P.keys = 0
end

function P.leave()
  P.press('<Esc>:w<CR>')
  P.step('the file is saved', function()
    return not vim.bo.modified
  end)
  vim.lsp.stop_client(vim.lsp.get_active_clients())
  P.step('the server ended', function()
    return #vim.lsp.get_active_clients() == 0
  end)
end

-- Does all that the person does, and ends the editor. Exit code 0: every step worked.
function P.live(life)
  person = coroutine.create(function()
    local worked, failure = xpcall(life, debug.traceback)
    if not worked then
      P.say(failure)
      P.say('findings: ' .. vim.inspect(vim.diagnostic.get(0)))
      P.say('messages: ' .. vim.fn.execute('messages'))
      P.say(P.text())
    end
    vim.cmd(worked and 'qall!' or 'cquit 1')
  end)
  vim.defer_fn(function()
    coroutine.resume(person)
  end, 0)
end

return P
