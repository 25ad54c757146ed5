using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Infrastructure.Importing.Text.Words;

/// <summary>Recognises concepts by their forms in words.txt.</summary>
internal static class Terms
{
    private static readonly FrozenDictionary<Concept, Forms> All = Load();

    /// <summary>Whether a text is a form of the concept and nothing else, in any spacing.</summary>
    public static bool Are(Concept concept, string text) =>
        All[concept] is var forms && forms.MayBegin(text) && forms.Whole.IsMatch(Squeezed(text));

    /// <summary>Whether a text begins with a form of the concept, in any spacing.</summary>
    public static bool Begin(Concept concept, string text) =>
        All[concept] is var forms && forms.MayBegin(text) && forms.Start.IsMatch(Squeezed(text));

    /// <summary>Whether a form of the concept occurs in the text, in any spacing.</summary>
    public static bool Occur(Concept concept, string text) => All[concept].Anywhere.IsMatch(Squeezed(text));

    /// <summary>The number of characters of the form, with spaces before it, that a text begins with; or null.</summary>
    public static int? At(Concept concept, string text) =>
        All[concept].LongestAt(text) is > 0 and var length ? length : null;

    /// <summary>The number directly behind a form of the concept, and the characters up to its end: "ไตรมาสที่ ๑".</summary>
    public static (int Number, int Length)? Numbered(Concept concept, string text)
    {
        if (At(concept, text) is not { } start)
            return null;
        var digits = ThaiNumber.ToArabicDigits(text);
        var at = start;
        while (at < digits.Length && digits[at] == ' ')
            at++;
        var end = at;
        while (end < digits.Length && char.IsAsciiDigit(digits[end]) && end - at < 4)
            end++;
        return end > at && end - at < 4 ? (int.Parse(digits[at..end], null), end) : null;
    }

    /// <summary>The forms of every concept, as they are in words.txt.</summary>
    private static Dictionary<Concept, IReadOnlyList<string>> Read(string words)
    {
        var forms = new Dictionary<Concept, IReadOnlyList<string>>();
        List<string>? current = null;
        foreach (var line in words.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line is ['#', ' ', ..])
                continue;
            if (line.All(letter => char.IsAsciiLetterUpper(letter) || letter == '_') && line.Length > 1)
                forms.Add(Enum.Parse<Concept>(line.Replace("_", ""), ignoreCase: true), current = []);
            else if (current is not null)
                current.Add(line);
        }

        return forms;
    }

    private static string Squeezed(string text) => Markup.Squeeze(ThaiNumber.ToArabicDigits(text));

    private static FrozenDictionary<Concept, Forms> Load()
    {
        using var stream = typeof(Terms).Assembly.GetManifestResourceStream("words.txt")!;
        using var reader = new StreamReader(stream);
        return Read(reader.ReadToEnd()).ToFrozenDictionary(pair => pair.Key, pair => new Forms(pair.Value));
    }

    /// <summary>The forms of a concept as expressions.</summary>
    private sealed class Forms(IReadOnlyList<string> forms)
    {
        private readonly string squeezed = $"(?:{string.Join('|', forms.Select(form => Expression(form, "")))})";

        public Regex Whole => field ??= Of($"^{squeezed}[:：]?\\z");

        public Regex Start => field ??= Of($"^{squeezed}");

        public Regex Anywhere => field ??= Of(squeezed);

        private Regex[] Spaced => field ??= [.. forms.Select(form => Of($"^\\s*{Expression(form, "\\s*")}"))];

        /// <summary>The length of the longest form at the start of a text; 0 if there is none.</summary>
        public int LongestAt(string text) => MayBegin(text) ? Spaced.Max(form => form.Match(text).Length) : 0;

        /// <summary>Whether a text begins with the first letter of a form. This check is fast and excludes most texts.</summary>
        public bool MayBegin(string text)
        {
            var first = text.AsSpan().TrimStart();
            return first.Length > 0 && First.Contains(ThaiNumber.ToArabicDigit(first[0]));
        }

        private HashSet<char> First => field ??= [.. forms.SelectMany(form => FirstOf(form).Letters)];

        /// <summary>The letters that a form can begin with, and whether it can be empty.</summary>
        private static (HashSet<char> Letters, bool MayBeEmpty) FirstOf(string form)
        {
            var letters = new HashSet<char>();
            for (var i = 0; i < form.Length; i++)
            {
                if (form[i] == ' ')
                    continue;
                if (form[i] != '[' && !(form[i] == '(' && HasAlternatives(form, i)))
                {
                    letters.UnionWith([char.ToLowerInvariant(form[i]), char.ToUpperInvariant(form[i])]);
                    return (letters, false);
                }

                var end = EndOf(form, i);
                var parts = Alternatives(form[(i + 1)..end]).ConvertAll(FirstOf);
                parts.ForEach(part => letters.UnionWith(part.Letters));
                if (form[i] == '(' && !parts.Exists(part => part.MayBeEmpty))
                    return (letters, false);
                i = end;
            }

            return (letters, true);
        }

        /// <summary>The position of the bracket that closes one.</summary>
        private static int EndOf(string form, int start)
        {
            var depth = 0;
            for (var i = start; ; i++)
            {
                depth +=
                    form[i] is '(' or '[' ? 1
                    : form[i] is ')' or ']' ? -1
                    : 0;
                if (depth == 0)
                    return i;
            }
        }

        /// <summary>The parts of a text between bars that are not in brackets of their own.</summary>
        private static List<string> Alternatives(string text)
        {
            var parts = new List<string>();
            var (start, depth) = (0, 0);
            for (var i = 0; i < text.Length; i++)
            {
                depth +=
                    text[i] is '(' or '[' ? 1
                    : text[i] is ')' or ']' ? -1
                    : 0;
                if (text[i] != '|' || depth > 0)
                    continue;
                parts.Add(text[start..i]);
                start = i + 1;
            }

            parts.Add(text[start..]);
            return parts;
        }

        private static Regex Of(string pattern) =>
            new(pattern, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

        /// <summary>Round brackets with a bar between them enclose alternatives; others are text.</summary>
        private static string Expression(string form, string space)
        {
            var result = new StringBuilder();
            var open = new Stack<bool>();
            for (var i = 0; i < form.Length; i++)
            {
                if (form[i] == '(')
                    open.Push(HasAlternatives(form, i));
                result.Append(
                    form[i] switch
                    {
                        ' ' => space,
                        '[' => "(?:",
                        ']' => ")?",
                        '|' => "|",
                        '(' => open.Peek() ? "(?:" : "\\(",
                        ')' => open.Pop() ? ")" : "\\)",
                        var other => Regex.Escape($"{other}"),
                    }
                );
            }

            return result.ToString();
        }

        private static bool HasAlternatives(string form, int start)
        {
            var depth = 0;
            for (var i = start + 1; i < form.Length && depth >= 0; i++)
            {
                if (form[i] == '|' && depth == 0)
                    return true;
                depth +=
                    form[i] is '(' or '[' ? 1
                    : form[i] is ')' or ']' ? -1
                    : 0;
            }

            return false;
        }
    }
}
