using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Plans;

/// <summary>An office's strategic plan (แผนพัฒนาการศึกษา) over several fiscal years, usually five.</summary>
public sealed class StrategicPlan : Entity
{
    private readonly List<StrategicPlanText> texts = [];
    private readonly List<Strategy> strategies = [];

    private StrategicPlan() { }

    public StrategicPlan(Office office, int firstFiscalYear) =>
        (Office, OfficeId, FirstFiscalYear) = (office, office.Id, firstFiscalYear);

    public Guid OfficeId { get; private set; }

    public Office Office { get; private set; } = null!;

    public int FirstFiscalYear { get; private init; }

    public int LastFiscalYear { get; private set; }

    /// <summary>
    /// Whether the plan is public, because one of its development plans was published. It then stays public.
    /// </summary>
    public bool Published { get; private set; }

    public IReadOnlyList<StrategicPlanText> Texts => texts;

    public IReadOnlyList<Strategy> Strategies => strategies;

    internal void Publish() => Published = true;

    public Strategy Strategy(int number) => strategies.Single(strategy => strategy.Number == number);

    public void Apply(StrategicPlanDocument document)
    {
        (StatedBy, LastFiscalYear) = (document, document.LastFiscalYear);
        StrategicPlanText.Merge(
            texts,
            [
                .. TextItems.Single(StrategicPlanTextKind.Vision, document.Vision),
                .. TextItems.Of(StrategicPlanTextKind.Mission, document.Missions),
                .. TextItems.Of(StrategicPlanTextKind.Goal, document.Goals),
                .. TextItems.Single(StrategicPlanTextKind.Values, document.Values),
                .. TextItems.Of(StrategicPlanTextKind.SuccessFactor, document.SuccessFactors),
            ]
        );
        Merge.Into(
            strategies,
            document.Strategies,
            strategy => strategy.Number,
            strategy => strategy.Number,
            strategy => new Strategy { Number = strategy.Number },
            (strategy, stated, _) => strategy.Apply(stated)
        );
    }
}

public sealed class StrategicPlanText : NumberedText<StrategicPlanTextKind>
{
    public Guid StrategicPlanId { get; private set; }
}

public enum StrategicPlanTextKind
{
    Vision,
    Mission,
    Goal,
    Values,
    SuccessFactor,
}
