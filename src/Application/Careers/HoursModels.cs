using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Application.Development;
using TeacherDevPlan.Domain.Careers;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.Careers;

public sealed class HoursRuleModel : CatalogueModel<HoursRule>
{
    public HoursRuleModel()
        : base(
            "A rule of how many hours of development a person needs, in the ministry's catalogue.",
            "HoursRules",
            "hoursRules",
            "The rules of hours, by code."
        )
    {
        Field(rule => rule.Hours, "Hours of 60 minutes in the period.");
        Field(rule => rule.Years, "The length of the period in fiscal years; it ends with the year that is looked at.");
    }
}

/// <summary>
/// Hours are seen by the person, by who leads the person today, and by the officers of the office that keeps the record: also
/// those of earlier offices, because a rule's period is longer than a year.
/// </summary>
public sealed class DevelopmentHoursModel : Model<DevelopmentHours>
{
    public DevelopmentHoursModel()
        : base(
            "A person's minutes in offerings that were completed in a fiscal year, compared with a rule of the year. There is none of a year in "
                + "which nothing was completed."
        )
    {
        SeenBy(Seen.Either([OwnPeople(one => one.OfficeId), .. OneselfOrLeader(one => one.PersonId)]));
        FoundAbout(one => one.PersonId);
        Lists("DevelopmentHours");
        Order(one => one.FiscalYear);
        Root("developmentHours", "The hours of the people whose records the caller sees, by fiscal year.");
        Maybe<Person>("person", one => one.PersonId, "The person.").Personal();
        Maybe<Office>("office", one => one.OfficeId, "The office that keeps the record.").Personal();
        Field(one => one.FiscalYear, "Buddhist era; that of the offerings.").Personal();
        Maybe<HoursRule>("rule", one => one.RuleId, "The rule; null if none is in use in the year.").Personal();
        Field(one => one.Minutes, "The minutes of the year.").Personal();
        Field(
                one => one.MinutesInPeriod,
                "The minutes of the rule's period, which ends with the year; those of the year without a rule."
            )
            .Personal();
        Field(one => one.Met, "Whether the minutes of the period reach the rule's hours; null without a rule.")
            .Personal();
        GroupByOffice(one => one.Office);
        GroupBy("FISCAL_YEAR", one => one.FiscalYear, "The fiscal year (Buddhist era).");
        GroupBy<HoursRule>("RULE", one => one.RuleId, one => one.Rule!.Name, "The rule; null if there is none.");
        GroupBy("MET", one => one.Met, "Whether the minutes of the period reach the rule's hours.");
    }
}
