using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Development;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.Events.After;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Domain.People.Importing;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Tests.Idempotency;

public sealed class OutcomeTests
{
    private static readonly LocalText Text = new("text", "ข้อความ");

    private static readonly DomainError[] Samples =
    [
        new NotFound("Activity", "nonsense"),
        new RequestInvalid("paidOn", Text).At("items", 3),
        InsufficientBudget.OfActivity(1.25m, 2),
        new VirementNotAllowed(Text),
        new InvalidState(Text),
        new Conflict(7),
        new IdempotencyKeyReused(),
        new PlanFileRefused([new PlanFault("/a", Text)]),
        new CircularSupervision(),
        new OverlappingAppointment(new DateOnly(2026, 11, 29), null),
        new InvalidInvitation(),
        new AccountTaken(),
        new StaffFileRefused(
            [new StaffFault(3, "ชื่อ", Text)],
            [new StaffColumn("A", "ชื่อ", StaffField.FullName), new StaffColumn("B", "", null)]
        ),
        new CannotMerge([MergeReasons.SameRecord, MergeReasons.Conflict("needs")]),
        new NotInCharge(Text),
        new AlreadyAnswered(),
        new AttendanceFileRefused([new StaffFault(3, "ชื่อ", Text)], 2),
    ];

    [Fact]
    public void Counts_are_remembered_and_outcomes_without_any_are_as_before()
    {
        Outcome.Parse(new Outcome([], []) { Counts = [1, 2, 3] }.ToJson()).Counts.ShouldBe([1, 2, 3]);
        new Outcome([], []).ToJson().ShouldBe("""{"Ids":[],"Errors":[]}""");
        Outcome.Parse("""{"Ids":[],"Errors":[]}""").Counts.ShouldBeNull();
    }

    [Fact]
    public void Every_kind_of_error_is_remembered_as_it_was()
    {
        Samples.Select(error => error.GetType()).ShouldBe(DomainError.Kinds, ignoreOrder: true);
        var json = new Outcome([], Samples).ToJson();
        var read = Outcome.Parse(json);
        read.ToJson().ShouldBe(json);
        read.Errors.Select(error => error.GetType()).ShouldBe(Samples.Select(error => error.GetType()));
        read.Errors.Select(error => (error.Code, error.Text, error.Index))
            .ShouldBe(Samples.Select(error => (error.Code, error.Text, error.Index)));
    }
}
