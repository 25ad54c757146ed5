using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Development;
using TeacherDevPlan.SampleData.National.Rows;
using TeacherDevPlan.SampleData.National.Vocabulary;

namespace TeacherDevPlan.SampleData.National;

/// <summary>
/// Generates the development plans of people for a year: one step after the other, as the service does them, until one
/// is after the last day, is refused, or is not taken.
/// </summary>
/// <param name="directors">The directors of schools, by the school's id.</param>
internal sealed class IndividualPlanBuilder(
    NationalOptions options,
    Catalogues catalogues,
    IReadOnlyDictionary<Guid, Guid> directors,
    OfficeRows rows
)
{
    private readonly NationalOptions options = options;
    private readonly Catalogues catalogues = catalogues;
    private readonly IReadOnlyDictionary<Guid, Guid> directors = directors;
    private readonly OfficeRows rows = rows;

    /// <summary>Adds the plans that were begun in the office.</summary>
    public void Build(Guid officeId, IReadOnlyList<PersonRow> people, FiscalYear year)
    {
        List<Guid> projects =
        [
            .. rows.Projects.Where(one => one.Plan.FiscalYear == year.Number && one.MovesMoney).Select(one => one.Id),
        ];
        foreach (var person in people)
        {
            // The same for every office that generates the person.
            var dice = Dice.For(options.Seed, $"{person.Id} {year.Number}");
            var begun = year.StartsOn.AddDays(dice.Below(75));
            if (dice.Chance(0.85) && begun <= options.LastDay && person.MainOn(begun)?.OfficeId == officeId)
                new Steps(this, person, year, officeId, projects, dice).Take(begun);
        }
    }

    private sealed class Steps(
        IndividualPlanBuilder builder,
        PersonRow person,
        FiscalYear year,
        Guid office,
        IReadOnlyList<Guid> projects,
        Dice dice
    )
    {
        private readonly IndividualDevelopmentPlan plan = new(person.Id, year.Number);
        private readonly List<DateTimeOffset> begunAt = [];
        private DateOnly day;

        public void Take(DateOnly begun)
        {
            day = begun;
            if (Save() && Submit() && (!dice.Chance(0.1) || Return() && Save() && Submit()) && Approve())
            {
                if (dice.Chance(0.06) && Wait(40, 90) && Save())
                    _ = Submit() && Approve();
                if (plan.Status == IndividualPlanStatus.Approved && dice.Chance(0.92))
                    Close();
            }

            Add();
        }

        private bool Save() =>
            PlaceOf() is { } place && Done(plan.Save(place, Content(place.OfficeId), Now()).Error) && Begun();

        private bool Begun()
        {
            if (begunAt.Count < plan.Revisions.Count)
                begunAt.Add(plan.Latest.SavedAt);
            return true;
        }

        private bool Submit() =>
            dice.Chance(0.97) && Wait(1, 20) && PlaceOf() is { } place && Done(plan.Submit(place, Now()));

        private bool Approve() =>
            dice.Chance(0.98)
            && Wait(1, 25)
            && ApproverOf() is { } approver
            && PlaceOf() is { } place
            && Done(plan.Approve(place, approver, Now()));

        private bool Return() =>
            Wait(1, 10)
            && ApproverOf() is not null
            && Done(plan.Return(dice.Pick(PlannedTexts.ReturnReasons), Now()))
            && Wait(1, 10);

        private void Close()
        {
            day = year.EndsOn;
            if (Wait(1, 30) && ApproverOf() is not null)
                Done(plan.Close(Now()));
        }

        private static bool Done(DomainError? refused) => refused is null;

        private bool Wait(int least, int most)
        {
            var later = day.AddDays(dice.Between(least, most));
            if (later > builder.options.LastDay)
                return false;
            day = later;
            return true;
        }

        private Workplace? PlaceOf() =>
            person.MainOn(day) is { } held ? new Workplace(held.OfficeId, held.SchoolId) : null;

        private Guid? ApproverOf() =>
            person.MainOn(day) is not { } held ? null
            : held.SupervisorId is { } supervisor ? supervisor
            : held.SchoolId is { } school ? builder.directors[school]
            : null;

        private DateTimeOffset Now() => ThaiDay.StartOf(day).AddMinutes(510 + dice.Below(480));

        private PlanContent Content(Guid officeId)
        {
            var catalogues = builder.catalogues;
            var first = dice.Below(catalogues.Competencies.Count);
            return new PlanContent(
                [
                    .. Enumerable
                        .Range(first, dice.Between(2, 4))
                        .Select(at => new AssessedCompetency(
                            catalogues.Competencies[at % catalogues.Competencies.Count],
                            dice.Between(2, 5),
                            dice.Chance(0.1) ? dice.Pick(PlannedTexts.Notes) : null
                        )),
                ],
                [.. Enumerable.Range(0, dice.Between(1, 3)).Select(_ => Item(officeId))]
            );
        }

        private PlannedItem Item(Guid officeId)
        {
            var catalogues = builder.catalogues;
            var starts = year.StartsOn.AddDays(dice.Between(60, 250));
            var aboutTopic = dice.Chance(0.75);
            return new PlannedItem(
                aboutTopic ? dice.Pick(catalogues.Topics) : null,
                aboutTopic ? null : dice.Pick(catalogues.Competencies),
                dice.Pick(catalogues.Methods),
                starts,
                starts.AddDays(dice.Between(0, 60)),
                dice.Pick(PlannedTexts.Goals),
                dice.Chance(0.6) ? dice.Pick(PlannedTexts.Benefits) : null,
                dice.Chance(0.3) ? dice.Pick(PlannedTexts.Supports) : null,
                officeId == office && projects.Count > 0 && dice.Chance(0.2) ? dice.Pick(projects) : null
            );
        }

        private void Add()
        {
            if (plan.Version == 0)
                return;
            var ids = new SeededIds(dice, begunAt[0].UtcDateTime);
            var planId = ids.Next();
            var latest = Guid.Empty;
            foreach (var (index, revision) in plan.Revisions.Index())
            {
                var id = ids.At(begunAt[index].UtcDateTime);
                if (revision.Id == plan.LatestId)
                    latest = id;
                builder.rows.OwnRevisions.Add(new Keyed<IndividualPlanRevision>(id, planId, revision));
                foreach (var one in revision.Assessments)
                    builder.rows.Assessments.Add(new Keyed<CompetencyAssessment>(ids.Next(), id, one));
                foreach (var item in revision.Items)
                    builder.rows.OwnItems.Add(new Keyed<IndividualPlanItem>(ids.Next(), id, item));
            }

            builder.rows.OwnPlans.Add(new Keyed<IndividualDevelopmentPlan>(planId, default, plan, latest));
        }
    }
}
