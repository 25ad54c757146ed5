using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Staff;

/// <summary>The texts of cells, and the forms in which they are compared.</summary>
internal static partial class CellText
{
    /// <summary>A text in normal form and in one line, with single blanks; empty if it is blank or only a dash.</summary>
    public static string Of(string text)
    {
        // Spreadsheets write numbers that are to stay texts as '0012 or ="0012".
        var bare = Kept().Match(text.Trim()) is { Success: true } kept ? kept.Groups["text"].Value : text;
        var line = string.Join(
            ' ',
            NormalForm
                .Of(string.Concat(bare.Select(letter => char.IsControl(letter) ? ' ' : letter)))
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        return Nothing().IsMatch(line) ? "" : line;
    }

    /// <summary>A text as it is compared with another one: without blanks and signs.</summary>
    public static string Letters(string text) => Signs().Replace(SearchText.Fold(NormalForm.Of(text)), "");

    [GeneratedRegex("""^(?:=\s*"(?<text>[^"]*)"|'(?<text>.*))\z""", RegexOptions.Singleline)]
    private static partial Regex Kept();

    /// <summary>What people write into a cell that says nothing: dashes, dots, lines.</summary>
    [GeneratedRegex(@"^[\p{Pd}−.…_· ]*\z")]
    private static partial Regex Nothing();

    [GeneratedRegex(@"[^\p{L}\p{M}\p{N}]")]
    private static partial Regex Signs();
}
