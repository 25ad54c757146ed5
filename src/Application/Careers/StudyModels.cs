using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Application.Development;
using TeacherDevPlan.Domain.Careers;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.Careers;

public sealed class BondRuleModel : CatalogueModel<BondRule>
{
    public BondRuleModel()
        : base(
            "A rule of how long somebody serves after a study (การปฏิบัติราชการชดใช้), in the ministry's catalogue.",
            "BondRules",
            "bondRules",
            "The rules of service after studies, by code."
        )
    {
        Field(rule => rule.Leave, "The leave that it is for.");
        Field(rule => rule.Funding, "The funding that it is for.");
        Field(rule => rule.Factor, "Days of service for each day of the study; the part of a day counts as one.");
    }
}

/// <summary>
/// A study is seen by the person, by who leads the person today, and by the officers of the office that kept the record when it was
/// asked for.
/// </summary>
public sealed class FurtherStudyModel : Model<FurtherStudy>
{
    public FurtherStudyModel()
        : base("A further study of a person (การศึกษาต่อ), from the request to the end.")
    {
        SeenBy(Seen.Either([OwnPeople(one => one.OfficeId), .. OneselfOrLeader(one => one.PersonId)]));
        Lists("FurtherStudies");
        Order(one => one.StartsOn);
        Root("furtherStudies", "The studies that the caller sees, by their first day.");
        Key(one => one.Id);
        RootById("furtherStudy", "The study with this id, or null.");
        Request();
        Course();
        Groups();
    }

    private void Request()
    {
        Maybe<Person>("person", one => one.PersonId, "The person; null if another office keeps the record now.")
            .Personal();
        Maybe<Office>("office", one => one.OfficeId, "The office that decides.").Personal();
        Maybe<School>("school", one => one.SchoolId, "The person's school of the time, if any.").Personal();
        Maybe<StaffCategory>("category", one => one.CategoryId, "The person's category of the time, if it is known.")
            .Personal();
        Field(one => one.RequestedOn, "The Thai day on which it was first asked for.").Personal();
        Field(one => one.Degree, "What for.").Personal();
        Field(one => one.Field, "The field of study (สาขาวิชา).").Personal();
        Field(one => one.Institution, "Where.").Personal();
        Field(one => one.Leave, "How the person is on leave for it.").Personal();
        Field(one => one.Funding, "Who pays for it.").Personal();
        Field(one => one.Scholarship, "The scholarship, if it is one.").Personal();
        Field(one => one.StartsOn, "The first Thai day.").Personal();
        Field(one => one.EndsOn, "The last day that is approved, or asked for.").Personal();
    }

    private void Course()
    {
        Field(one => one.Status, "What became of it.").Personal();
        Field(one => one.OrderNumber, "The number of the order that approved it; null until then.").Personal();
        Field(one => one.EndedOn, "The last day of the study; null until it is over.").Personal();
        Field(one => one.Note, "Why it was refused or discontinued; null otherwise.").Personal();
        Many<StudyExtension>("extensions", one => one.StudyId, one => one.Number, "How it was extended, in order.")
            .Personal();
        Maybe<BondRule>(
                "bondRule",
                one => one.BondRuleId,
                "The rule by which the person serves for it; null if there is none for the leave and funding on the first day."
            )
            .Personal();
        Field(one => one.BondDays, "How many days the person serves for it, from the day after its last day.")
            .Personal();
        Field(one => one.BondUntil, "The last day of that service, as far as the last day of the study is known.")
            .Personal();
        Computed<bool>("bound", "Whether the study is over and the person still serves for it today.").Personal();
        Field(one => one.Version, "Increases with each change, from 1.").Personal();
    }

    private void Groups()
    {
        GroupByOffice(one => one.Office);
        GroupBy("DEGREE", one => one.Degree, "What for.");
        GroupBy("INSTITUTION", one => one.Institution, "Where.");
        GroupBy("LEAVE", one => one.Leave, "How the person is on leave for it.");
        GroupBy("FUNDING", one => one.Funding, "Who pays for it.");
        GroupBy("STATUS", one => one.Status, "What became of it.");
        GroupByComputed("BOUND", "bound", "Whether the study is over and the person still serves for it today.");
        GroupBy<School>(
            "SCHOOL",
            one => one.SchoolId,
            one => one.School!.Name,
            "The school of the time; null if there is none."
        );
        GroupBy<StaffCategory>(
            "CATEGORY",
            one => one.CategoryId,
            one => one.Category!.Name,
            "The category of the time; null if it is not known."
        );
        GroupByDate("STARTS", one => one.StartsOn, "the first day");
        GroupByDate("BOND_UNTIL", one => one.BondUntil, "the last day of service");
    }
}

public sealed class StudyExtensionModel : Model<StudyExtension>
{
    public StudyExtensionModel()
        : base("An extension of a study.")
    {
        SeenBy(Seen.WithParent);
        Field(one => one.Number, "From 1.");
        Field(one => one.EndsBefore, "The last day before.");
        Field(one => one.EndsOn, "The new last day.");
        Field(one => one.OrderNumber, "The number of the order.");
        Field(one => one.ExtendedOn, "The Thai day on which it was recorded.");
    }
}
