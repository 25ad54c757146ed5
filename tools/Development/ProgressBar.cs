namespace TeacherDevPlan.Development;

/// <summary>Shows the progress of a long command: a bar on a terminal, otherwise an occasional line.</summary>
internal sealed class ProgressBar(TextWriter output, bool plain) : IDisposable
{
    private const int Width = 30;

    /// <summary>Lines are printed at every tenth.</summary>
    private const int Lines = 10;

    private int told = -1;
    private int shown;

    /// <param name="part">The completed part, 0 to 1.</param>
    public void Report(string doing, double part)
    {
        if (plain)
        {
            var step = (int)(part * Lines);
            if (step == told)
                return;
            told = step;
            output.WriteLine(FormattableString.Invariant($"{part, 4:P0} {doing}"));
            return;
        }

        var filled = (int)(part * Width);
        var line = FormattableString.Invariant(
            $"[{new string('#', filled)}{new string('.', Width - filled)}] {part, 4:P0} {doing}"
        );
        output.Write($"\r{line.PadRight(shown)}");
        shown = line.Length;
    }

    public void Dispose()
    {
        if (shown > 0)
            output.WriteLine();
    }
}
