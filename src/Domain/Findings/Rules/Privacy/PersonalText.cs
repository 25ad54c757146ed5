using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Privacy;

/// <summary>
/// Text that looks like personal data, in any text of the file or of the document that it was read from: everything
/// that becomes public with the plan.
/// </summary>
public abstract class PersonalText(LocalText what) : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override bool IsPersonal => true;

    /// <summary>What looks like personal data in a text with Arabic digits.</summary>
    protected abstract IEnumerable<string> In(string text);

    public override IEnumerable<Fault> Check(PlanFile plan)
    {
        var printed = new HashSet<(int Line, string Value)>();
        foreach (var text in PlanFileParts.Texts(plan))
        {
            foreach (var value in Found(text.Text).Distinct())
                yield return FaultOf(plan, text.Path, text.Part, value, SourceOf(plan, text.Part, value, printed));
        }

        // A line of the document is public as the source of every part that was read from it.
        foreach (var part in PlanFileParts.Of(plan))
        foreach (var (member, source) in plan.Sources.MembersOf(part))
        foreach (var value in Found(source.RawText))
        {
            if (printed.Add((source.Line, value)))
                yield return FaultOf(plan, $"line of {member}", part, value, source);
        }
    }

    private IEnumerable<string> Found(string text) => In(ThaiNumber.ToArabicDigits(text));

    private Source? SourceOf(PlanFile plan, object part, string value, HashSet<(int, string)> printed)
    {
        Source? first = null;
        foreach (
            var source in plan.Sources.MembersOf(part).Values.Where(source => Found(source.RawText).Contains(value))
        )
        {
            printed.Add((source.Line, value));
            first ??= source;
        }

        return first;
    }

    private Fault FaultOf(PlanFile plan, string place, object part, string value, Source? source) =>
        new(
            place,
            new LocalText($"text at {place}", $"ข้อความที่ {place}"),
            new LocalText(
                $"The text contains what looks like {what.English}. Everybody will be able to read it once the plan is published.",
                $"ข้อความนี้มีสิ่งที่ดูเหมือน{what.Thai} เมื่อเผยแพร่แผนแล้วทุกคนจะอ่านได้"
            )
        )
        {
            Subject = ReferenceEquals(part, plan) ? null : part,
            Stated = value,
            Source = source,
        };
}

/// <summary>Thirteen digits of which the last is the check digit of the others, however they are grouped.</summary>
public sealed partial class CitizenId() : PersonalText(new LocalText("a citizen id", "เลขประจำตัวประชาชน"))
{
    private const int Digits = 13;

    public override LocalText Name { get; } = new("citizen id", "เลขประจำตัวประชาชน");

    public override LocalText Meaning { get; } =
        new("A text contains what looks like a citizen id.", "ข้อความมีสิ่งที่ดูเหมือนเลขประจำตัวประชาชน");

    protected override IEnumerable<string> In(string text) =>
        Candidate().Matches(text).Select(match => match.Value).Where(HasCheckDigit);

    private static bool HasCheckDigit(string candidate)
    {
        var digits = candidate.Where(char.IsAsciiDigit).Select(digit => digit - '0').ToArray();
        var sum = digits.Take(Digits - 1).Select((digit, i) => digit * (Digits - i)).Sum();
        return (11 - (sum % 11)) % 10 == digits[^1];
    }

    [GeneratedRegex(@"(?<!\d)(?<!\d[.,])[1-8](?:[ \-]?[0-9]){12}(?![\d]|[.,]\d)")]
    private static partial Regex Candidate();
}

/// <summary>A Thai telephone number: nine digits, or ten of a mobile telephone, from 0 or +66.</summary>
public sealed partial class TelephoneNumber() : PersonalText(new LocalText("a telephone number", "หมายเลขโทรศัพท์"))
{
    public override LocalText Name { get; } = new("telephone number", "หมายเลขโทรศัพท์");

    public override LocalText Meaning { get; } =
        new("A text contains what looks like a telephone number.", "ข้อความมีสิ่งที่ดูเหมือนหมายเลขโทรศัพท์");

    protected override IEnumerable<string> In(string text) => Number().Matches(text).Select(match => match.Value);

    [GeneratedRegex(
        @"(?<!\d)(?<!\d[.,/])(?:\+66|0)[ \-]?(?:[689](?:[ \-]?[0-9]){8}|[2-57](?:[ \-]?[0-9]){7})(?![\d]|[ \-]\d|[.,/]\d)"
    )]
    private static partial Regex Number();
}

public sealed partial class EmailAddress() : PersonalText(new LocalText("an e-mail address", "ที่อยู่อีเมล"))
{
    public override LocalText Name { get; } = new("e-mail address", "อีเมล");

    public override LocalText Meaning { get; } =
        new("A text contains what looks like an e-mail address.", "ข้อความมีสิ่งที่ดูเหมือนที่อยู่อีเมล");

    protected override IEnumerable<string> In(string text) =>
        text.Contains('@', StringComparison.Ordinal) ? Address().Matches(text).Select(match => match.Value) : [];

    [GeneratedRegex(@"(?<![A-Za-z0-9._%+\-])[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)*\.[A-Za-z]{2,}")]
    private static partial Regex Address();
}
