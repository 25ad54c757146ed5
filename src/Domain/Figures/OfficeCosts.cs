namespace TeacherDevPlan.Domain.Figures;

/// <summary>
/// What each participation cost: the money of an activity is split over its offerings by the minutes of all participants, and
/// that of an offering over its participants of the office, the rest being of those of other offices.
/// </summary>
internal sealed class OfficeCosts
{
    private readonly Dictionary<(Guid Offering, Guid Person), decimal> parts = [];
    private readonly HashSet<Guid> costed = [];

    public OfficeCosts(DevelopmentFacts facts)
    {
        var own = facts.TookPart.ToLookup(one => one.OfferingId);
        foreach (var activity in facts.Activities)
        {
            var split = CostSplit.Of(activity.Spent, activity.Minutes);
            Unsplit += split.Unsplit;
            foreach (var (offering, cost) in split.Parts)
            {
                costed.Add(offering);
                var minutes = own[offering].ToDictionary(one => one.PersonId, one => (long)one.Minutes);
                // People of other offices are one part.
                minutes.Add(Guid.Empty, Math.Max(0, activity.Minutes[offering] - minutes.Values.Sum()));
                foreach (var (person, part) in CostSplit.Of(cost, minutes).Parts)
                {
                    if (person == Guid.Empty)
                        Others += part;
                    else
                        parts[(offering, person)] = part;
                }
            }
        }
    }

    public decimal Unsplit { get; }

    public decimal Others { get; }

    public decimal Of(TookPart one) => parts.GetValueOrDefault((one.OfferingId, one.PersonId));

    public bool Has(TookPart one) => costed.Contains(one.OfferingId);
}
