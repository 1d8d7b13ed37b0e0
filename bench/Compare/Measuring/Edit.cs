namespace Compare.Measuring;

/// <summary>A key: the characters of a line from one to before another become the text.</summary>
internal readonly record struct Edit(int Line, int From, int To, string Text);
