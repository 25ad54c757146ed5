using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Vocabulary;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.Projects;

/// <summary>
/// The nature of a project by its word; if both words are printed, by the only ticked box. Boxes are in front of their
/// words or behind them: "☑ ใหม่ ☐ ต่อเนื่อง", "ใหม่ (/) ต่อเนื่อง ( )". Text that was copied from a form may have them as
/// letters of the font Wingdings.
/// </summary>
internal static partial class PrintedNature
{
    /// <summary>Null if neither a word nor a box decides it.</summary>
    public static ProjectNature? Of(string text)
    {
        var parts = Parts().Matches(text).ToList();
        var words = parts.Index().Where(part => part.Item.Groups["word"].Success).ToList();
        var boxes = parts.Index().Where(part => !part.Item.Groups["word"].Success).ToList();
        if (boxes.Exists(box => box.Item.Groups["ticked"].Success))
        {
            var isBehind = words.Count > 0 && words[0].Index == 0;
            // With fewer boxes than words, a box between two words may belong to either.
            if (isBehind && boxes.Count != words.Count)
                return null;
            var ticked = boxes
                .Where(box => box.Item.Groups["ticked"].Success)
                .Select(box => parts.ElementAtOrDefault(isBehind ? box.Index - 1 : box.Index + 1))
                .Select(part => part is null ? null : NatureOf(part.Value))
                .ToList();
            return ticked.Count == 1 ? ticked[0] : null;
        }

        return NatureOf(text);
    }

    private static ProjectNature? NatureOf(string text)
    {
        var (isNew, goesOn) = (Terms.Occur(Concept.NewProject, text), Terms.Occur(Concept.ContinuingProject, text));
        return isNew == goesOn ? null
            : isNew ? ProjectNature.New
            : ProjectNature.Continuing;
    }

    [GeneratedRegex(
        @"(?<ticked>[☑☒✓✔√■●◉\uF0FC-\uF0FE]|^\s*/(?=[^/]*\z)|\(\s*[/xX✓✔√]\s*\)|\[\s*[/xX✓✔√]\s*\])|(?<empty>[☐□○\uF0A8\uF06F]|\(\s*\)|\[\s*\])|(?<word>ใหม่|ต่อเนื่อง)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Parts();
}
