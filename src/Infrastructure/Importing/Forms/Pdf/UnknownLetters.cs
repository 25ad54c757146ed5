using System.Globalization;
using System.Text.RegularExpressions;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Logging;

namespace TeacherDevPlan.Infrastructure.Importing.Forms.Pdf;

/// <summary>
/// Remembers the glyphs for which a font does not say which letter they are. The library then takes the glyph's number
/// for a letter, which would be read as another word or amount.
/// </summary>
internal sealed partial class UnknownLetters : ILog
{
    /// <summary>Stands for a letter that is not known.</summary>
    public const string Sign = "\uFFFD";

    private readonly HashSet<string> unknown = [];

    public bool IsUnknown(Letter letter) =>
        string.IsNullOrEmpty(letter.Value)
        || letter.Value[0] < ' '
        || (unknown.Count > 0 && unknown.Contains(letter.Value));

    public void Warn(string message)
    {
        if (
            Missing().Match(message) is { Success: true } match
            && int.TryParse(match.Groups[1].Value, CultureInfo.InvariantCulture, out var code)
        )
            unknown.Add(((char)code).ToString());
    }

    public void Debug(string message) { }

    public void Debug(string message, Exception ex) { }

    public void Error(string message) => Warn(message);

    public void Error(string message, Exception ex) => Warn(message);

    [GeneratedRegex("could not find the corresponding character with code ([0-9]+)")]
    private static partial Regex Missing();
}
