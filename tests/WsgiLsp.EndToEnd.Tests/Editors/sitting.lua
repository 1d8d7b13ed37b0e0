-- One sitting in Neovim, with the shipped settings and a person's keys. Exit code 0: every step worked.

local limit = 10000 -- milliseconds

local function given(name)
  local value = os.getenv('E2E_' .. name)
  return value or error('E2E_' .. name .. ' is not set')
end

local function say(text)
  io.stdout:write(text, '\n')
  io.stdout:flush()
end

local function step(what, condition)
  assert(vim.wait(limit, condition, 20), 'not seen: ' .. what)
  say('ok ' .. what)
end

local function contains(text, part)
  return text:find(part, 1, true) ~= nil
end

local function press(keys)
  vim.api.nvim_feedkeys(keys, 'xt', true)
end

-- The person at the menus: takes what was wished for where it is offered, else the first.
local wish
local heard = {}

local function choose(titles)
  for number, title in ipairs(titles) do
    if contains(title, wish) then
      return number
    end
  end
  return 1
end

vim.ui.select = function(items, options, on_choice)
  local number = choose(vim.tbl_map(options.format_item or tostring, items))
  on_choice(items[number], number)
end

vim.fn.inputlist = function(lines)
  table.insert(heard, lines[1])
  return choose(vim.list_slice(lines, 3))
end

local show_message = vim.lsp.handlers['window/showMessage']
vim.lsp.handlers['window/showMessage'] = function(failure, result, ...)
  table.insert(heard, result.message)
  return show_message(failure, result, ...)
end

local function rule_of(diagnostic)
  return diagnostic.code or diagnostic.user_data.lsp.code
end

local function floating_text()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      local buffer = vim.api.nvim_win_get_buf(window)
      return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), ' ')
    end
  end
  return ''
end

local function fix_the_broken_deck()
  vim.cmd('edit ' .. given('BROKEN_DECK'))
  step('the finding', function()
    local finding = vim.diagnostic.get(0)[1]
    return finding and finding.source == 'wsgilsp' and rule_of(finding) == given('RULE')
  end)
  local finding = vim.diagnostic.get(0)[1]
  vim.api.nvim_win_set_cursor(0, { finding.lnum + 1, finding.col })
  wish = given('FIX')
  press('gra')
  step('the fix in the text', function()
    return vim.tbl_contains(vim.api.nvim_buf_get_lines(0, 0, -1, false), given('FIXED_OPTION'))
  end)
  step('no finding any more', function()
    return #vim.diagnostic.get(0) == 0
  end)
  vim.cmd('write')
end

local function reveal_an_answer()
  vim.cmd('edit ' .. given('DECK'))
  step('the lens over the title', function()
    return #vim.tbl_filter(function(lens)
      return lens.command and contains(lens.command.title, 'Quiz all')
    end, vim.lsp.codelens.get(0)) == 1
  end)
  vim.api.nvim_win_set_cursor(0, { tonumber(given('REVEALED_LINE')), 6 })
  press('K')
  step('the answer', function()
    return contains(floating_text(), given('REVEALED_ANSWER'))
  end)
end

local function answer_a_question()
  vim.api.nvim_win_set_cursor(0, { tonumber(given('ASKED_LINE')), 6 })
  local ui_select = vim.ui.select
  vim.ui.select = function(...)
    wish = given('QUIZ')
    ui_select(...)
    wish = given('ASKED_KEY')
  end
  press('gra')
  step('the result', function()
    local all = table.concat(heard, '\n')
    return contains(all, 'Right.') and contains(all, given('RESULT'))
  end)
end

local function leave()
  vim.lsp.stop_client(vim.lsp.get_active_clients())
  step('the server ended', function()
    return #vim.lsp.get_active_clients() == 0
  end)
end

local worked, failure = xpcall(function()
  fix_the_broken_deck()
  reveal_an_answer()
  answer_a_question()
  leave()
end, debug.traceback)
if not worked then
  say(failure)
  say('heard: ' .. vim.inspect(heard))
  say('findings: ' .. vim.inspect(vim.diagnostic.get(0)))
end
vim.cmd(worked and 'qall!' or 'cquit 1')
