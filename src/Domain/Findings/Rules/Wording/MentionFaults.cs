using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Wording;

/// <summary>Mentions of offices as faults: one fault per name, wherever it occurs.</summary>
internal static class MentionFaults
{
    public static IEnumerable<Fault> Of(PlanFile plan, MentionKind kind, Func<string, LocalText> message)
    {
        var mentions = new OfficeMentions(plan.Office);
        return from text in PlanTexts.Of(plan)
            from mention in mentions.In(text.Text)
            where mention.Kind == kind
            group (Text: text, Mention: mention) by mention.Name into uses
            select FaultOf(plan, [.. uses], message);
    }

    private static Fault FaultOf(
        PlanFile plan,
        List<(PlanText Text, OfficeMention Mention)> uses,
        Func<string, LocalText> message
    )
    {
        var (text, mention) = uses[0];
        var printed = text.Text.Substring(mention.Index, mention.Length);
        var (before, after) = (text.Text[..mention.Index], text.Text[(mention.Index + mention.Length)..]);
        return new Fault($"office {mention.Name}", text.Location, message(printed))
        {
            Subject = text.Subject,
            Stated = printed,
            Computed = plan.Office.Name,
            Source = text.Source,
            Others = [.. uses.Skip(1).Select(use => new FaultPlace(use.Text.Location, use.Text.Source))],
            TakeComputed =
                uses.Count == 1 && text.Replace is { } replace
                    ? file => replace(file, before + file.Office.Name + after)
                    : null,
        };
    }
}
