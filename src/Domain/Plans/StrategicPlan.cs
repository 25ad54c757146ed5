using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Plans;

/// <summary>An office's strategic plan (แผนพัฒนาการศึกษา) over several fiscal years, usually five.</summary>
public sealed class StrategicPlan : Entity, IShared
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

    /// <summary>Whether one of its development plans is published. The database sets it.</summary>
    public bool Published { get; private init; }

    public IReadOnlyList<StrategicPlanText> Texts => texts;

    public IReadOnlyList<Strategy> Strategies => strategies;

    public Strategy Strategy(int number) => strategies.Single(strategy => strategy.Number == number);

    internal void Apply(StrategicPlanDocument document, Sharing sharing)
    {
        if (sharing.Changes(this))
            ApplyOwn(document);
        sharing.Merge(
            strategies,
            document.Strategies,
            strategy => strategy.Number,
            strategy => strategy.Number,
            strategy => new Strategy { Number = strategy.Number },
            (strategy, stated) => strategy.Apply(stated)
        );
    }

    private void ApplyOwn(StrategicPlanDocument document)
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
