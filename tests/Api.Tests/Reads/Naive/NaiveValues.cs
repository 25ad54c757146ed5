using System.Collections;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Careers;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Development;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.Events.After;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Domain.Plans;
using ModelSet = TeacherDevPlan.Application.Common.Models.Models;

namespace TeacherDevPlan.Api.Tests.Reads;

/// <summary>The values of a row's fields, the rows that it leads to, and how values compare: the ground that all else stands on.</summary>
internal sealed class NaiveValues(LoadedRows rows, ModelSet models, Caller caller)
{
    private NaiveMoney? money;

    public LoadedRows Rows => rows;

    public ModelSet Models => models;

    public NaiveSeen Seen { get; } = new(rows, models, caller);

    public NaiveMoney Money => money ??= new NaiveMoney(rows, Seen);

    public bool Allows(AccessRule rule) => rule.Allows(caller);

    /// <summary>A stored or computed value.</summary>
    public object? Of(ValueField field, object row) =>
        field.OfficeCode is { } office
        && !(
            Seen.Caller.SeesAll
            || (Seen.Value(office, row, false) is string code && Seen.Caller.SeenOffices.Contains(code))
        )
            ? null
        : field.Computed is { } computed ? Computed(computed, row)
        : Seen.Value(field.Path!, row);

    /// <summary>The other row, if there is one and the caller sees it.</summary>
    public object? Other(OneField field, object row) =>
        rows.Find(field.Row, (Guid?)(field.Key is { } key ? Seen.Value(key, row) : Computed(field.ComputedKey!, row)))
            is { } other
        && Seen.Sees(other)
            ? other
            : null;

    /// <summary>The children that the caller sees, in order.</summary>
    public IEnumerable<object> Children(ManyField field, object row)
    {
        var all = rows.Below(field.Row, field.Parent, row)
            .Where(child => field.Only is null || Equals(field.Only.Member.Last.GetValue(child), field.Only.Value))
            .Where(Seen.Sees)
            .ToList();
        all.Sort((left, right) => Compare(field.Order, left, right));
        return all;
    }

    public IEnumerable<object> Children(PageField field, object row) =>
        rows.Below(field.Row, field.Parent, row).Where(Seen.Sees);

    public int Compare(IReadOnlyList<MemberPath> order, object left, object right)
    {
        foreach (var key in order)
        {
            if (Compare(Seen.Value(key, left), Seen.Value(key, right), false) is not 0 and var differs)
                return differs;
        }

        return Compare(rows.IdOf(left), rows.IdOf(right), false);
    }

    /// <summary>Nulls come last in both directions.</summary>
    public int Compare(object? left, object? right, bool descending)
    {
        if (left is null || right is null)
            return (left is null ? 1 : 0) - (right is null ? 1 : 0);
        var differs = left is string text
            ? rows.Ranks.Compare(text, (string)right)
            : Comparer.Default.Compare(left, right);
        return descending ? -differs : differs;
    }

    private object? Computed(string name, object row) =>
        (name, row) switch
        {
            ("IndicatorTarget.achievement", IndicatorTarget at) => Achievement.Of(at.Result, at.Target, at.Direction),
            ("IndicatorTarget.status", IndicatorTarget at) => Achievement.StatusOf(at.Result, at.Target, at.Direction),
            ("ProjectKpi.achievement", ProjectKpi { TargetValue: { } target } kpi) => Achievement.Of(
                kpi.Result,
                target,
                IndicatorDirection.HigherIsBetter
            ),
            ("ProjectKpi.achievement", _) => null,
            ("ProjectKpi.status", ProjectKpi { ResultId: null }) => AchievementStatus.NotReported,
            ("ProjectKpi.status", ProjectKpi { Result: { } result, TargetValue: { } target }) => Achievement.StatusOf(
                result,
                target,
                IndicatorDirection.HigherIsBetter
            ),
            ("ProjectKpi.status", _) => null,
            ("Person.hasIdentity", Person person) => person.IdentityDigest is not null,
            ("ProgressReport.late", ProgressReport report) => report.SubmittedOn > report.DueOn,
            ("PlanReading.linesUsed", StoredReading reading) => reading.Lines - reading.Unread.Sum(one => one.Lines),
            ("LedgerEntry.disbursement", LedgerEntry entry) => entry.Kind switch
            {
                LedgerEntryKind.Disbursement => entry.Id,
                LedgerEntryKind.Reversal => entry.ReversesId,
                _ => null,
            },
            ("SurveyTopic.developmentTopic", SurveyTopic printed) => Rows.Of<DevelopmentTopic>()
                .FirstOrDefault(topic => SearchText.Fold(topic.Name) == SearchText.Fold(printed.Name))
                ?.Id,
            ("ApplicationAssessment.status", ApplicationAssessment one) => one.StatusOn(Rows.Today),
            ("ApplicationAssessment.name", ApplicationAssessment one) => NameOn(
                one.PersonId,
                ThaiDay.Of(Rows.Of<Enrollment>().Single(settled => settled.Id == one.EnrollmentId).ChangedAt)
            ),
            ("ApplicationAssessment.reached", ApplicationAssessment one) => one.Reached,
            ("Person.hasAccount", Person person) => Rows.Of<PersonAccount>().Any(one => one.PersonId == person.Id),
            ("Award.inTime", Award one) => one.InTime,
            ("FurtherStudy.bound", FurtherStudy one) => one.IsBoundOn(Rows.Today),
            ("Induction.overdue", Induction one) => one.Status == InductionStatus.InProgress
                && Rows.Of<InductionStep>()
                    .Any(step => step.InductionId == one.Id && step.IsUndoneAfterDue(Rows.Today)),
            ("InductionStep.overdue", InductionStep one) => one.IsUndoneAfterDue(Rows.Today)
                && Rows.Of<Induction>()
                    .Any(whole => whole.Id == one.InductionId && whole.Status == InductionStatus.InProgress),
            ("Certificate.validity", Certificate one) => Certificate.ValidityOn(
                Rows.Today,
                one.RevokedOn,
                one.ExpiresOn
            ),
            ("CertificateCheck.validity", CertificateCheck one) => Certificate.ValidityOn(
                Rows.Today,
                one.RevokedOn,
                one.ExpiresOn
            ),
            _ => throw new InvalidOperationException($"Unknown value {name}."),
        };

    private string? NameOn(Guid person, DateOnly day) =>
        Rows.Of<HeldName>()
            .SingleOrDefault(held =>
                held.PersonId == person && !held.Aside && !(held.HeldFrom > day) && !(held.HeldTo < day)
            )
            ?.Name;
}
