using System.Reflection;
using System.Runtime.CompilerServices;
using CsCheck;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Development;

namespace TeacherDevPlan.Domain.Tests;

/// <summary>What must hold of a plan after any sequence of steps, whether they are accepted or refused.</summary>
public sealed class IndividualPlanPropertyTests
{
    private static readonly DateTimeOffset Now = new(2022, 11, 1, 3, 0, 0, TimeSpan.Zero);

    private static readonly Guid Supervisor = Guid.CreateVersion7();

    private static readonly Gen<(PlanStep Step, int Items, int Office)[]> Sequences = Gen.Select(
        Gen.Int[0, 9].Select(step => (PlanStep)(step % 5)),
        Gen.Int[0, 3],
        Gen.Int[0, 9].Select(office => office == 0 ? 1 : 0)
    ).Array[0, 40];

    private static readonly Workplace[] Places =
    [
        new(Guid.CreateVersion7(), null),
        new(Guid.CreateVersion7(), Guid.CreateVersion7()),
    ];

    [Fact]
    public void What_is_approved_never_changes_and_one_revision_at_most_is_in_force_at_an_office() =>
        Sequences.Sample(steps =>
        {
            var plan = new IndividualDevelopmentPlan(Guid.CreateVersion7(), 2566);
            var approved = new Dictionary<Guid, string>();
            foreach (var (step, items, office) in steps)
            {
                var (status, version) = (plan.Status, plan.Version);
                var error = Do(plan, step, items, Places[office]);
                if (error is null)
                {
                    plan.Version.ShouldBe(version + 1);
                    (version == 0 ? step == PlanStep.Save : PlanSteps.From(status).Contains(step)).ShouldBeTrue();
                }
                else
                    (plan.Status, plan.Version).ShouldBe((status, version));
                if (plan is { Version: > 0, Status: IndividualPlanStatus.Approved })
                    approved.TryAdd(plan.LatestId, Written(plan.Latest));
                foreach (var revision in plan.Revisions.Where(one => approved.ContainsKey(one.Id)))
                    Written(revision).ShouldBe(approved[revision.Id]);
                plan.Revisions.Where(revision => revision.InForce)
                    .Select(revision => revision.Id)
                    .ShouldBe(
                        plan.Revisions.Where(revision => approved.ContainsKey(revision.Id))
                            .GroupBy(revision => revision.OfficeId)
                            .Select(office => office.Last().Id),
                        ignoreOrder: true
                    );
                plan.Revisions.Select(revision => revision.Number).ShouldBe(Enumerable.Range(1, plan.Revisions.Count));
                foreach (var revision in plan.Revisions)
                    revision.Items.Select(item => item.Priority).ShouldBe(Enumerable.Range(1, revision.Items.Count));
            }
        });

    [Fact]
    public void A_refusal_says_the_status_and_what_is_possible_in_both_languages()
    {
        foreach (var step in Enum.GetValues<PlanStep>())
        {
            var plan = new IndividualDevelopmentPlan(Guid.CreateVersion7(), 2566);
            Do(plan, PlanStep.Save, 1, Places[0]).ShouldBeNull();
            Do(plan, PlanStep.Submit, 1, Places[0]).ShouldBeNull();
            if (step is PlanStep.Approve or PlanStep.Return)
                Do(plan, PlanStep.Approve, 1, Places[0]).ShouldBeNull();
            var error = Do(plan, step, 1, Places[0])!;
            error.Text.English.ShouldContain(EnumText.Of(plan.Status));
            error.Text.Thai.ShouldContain(EnumText.Of(plan.Status));
            foreach (var possible in PlanSteps.From(plan.Status))
                error.Text.English.ShouldContain(EnumText.Of(possible));
        }
    }

    private static DomainError? Do(IndividualDevelopmentPlan plan, PlanStep step, int items, Workplace place) =>
        step switch
        {
            PlanStep.Save => plan.Save(place, Content(items), Now).Error,
            PlanStep.Submit => plan.Submit(place, Now),
            PlanStep.Approve => plan.Approve(place, Supervisor, Now),
            PlanStep.Return => plan.Return("เหตุผล", Now),
            _ => plan.Close(Now),
        };

    private static PlanContent Content(int items) =>
        new(
            [],
            [
                .. Enumerable
                    .Range(0, items)
                    .Select(n => new PlannedItem(
                        Entry<DevelopmentTopic>(),
                        null,
                        Entry<DevelopmentMethod>(),
                        new DateOnly(2022, 10, 1),
                        new DateOnly(2022, 12, 1),
                        $"{Guid.NewGuid()}",
                        null,
                        null,
                        null
                    )),
            ]
        );

    private static string Written(IndividualPlanRevision revision) =>
        string.Join(';', revision.Items.Select(item => $"{item.Id} {item.Priority} {item.Goal}"));

    /// <summary>An entry as the database has it.</summary>
    private static T Entry<T>()
        where T : CatalogueEntry
    {
        var entry = (T)RuntimeHelpers.GetUninitializedObject(typeof(T));
        typeof(Entity)
            .GetProperty(nameof(Entity.Id), BindingFlags.Public | BindingFlags.Instance)!
            .SetValue(entry, Guid.CreateVersion7());
        return entry;
    }
}
