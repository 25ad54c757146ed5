using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Careers;
using TeacherDevPlan.Domain.Committees;
using TeacherDevPlan.Domain.Development;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Offices;

public sealed class OfficeModel : Model<Office>
{
    public OfficeModel()
        : base("An educational service area office (สำนักงานเขตพื้นที่การศึกษา).")
    {
        SeenBy(Seen.Either(When(office => office.Published), OwnOffice(office => office.Code)));
        Lists("Offices");
        Order(office => office.Code);
        Root(
            "office",
            "The office with this code, or null.",
            ("code", office => office.Code, "The code of the office: \"TH-43-P2\".")
        );
        Root("offices", "Offices, by code.");
        Key(office => office.Id);
        Field(
            office => office.Code,
            "ISO 3166-2 code of the province, P or S for the kind, and area number: \"TH-43-P2\"."
        );
        Field(office => office.Name, "As printed.");
        Field(office => office.Kind, "Primary (สพป.) or secondary (สพม.).");
        Field(office => office.Province, "As printed, in Thai.");
        Field(office => office.ProvinceCode, "ISO 3166-2: \"TH-43\".");
        Parts();
        GroupBy("PROVINCE", office => office.ProvinceCode, "The province.", office => office.Province);
        GroupBy("OFFICE_KIND", office => office.Kind, "The kind.");
    }

    private void Parts()
    {
        Many<District>(
            "districts",
            d => d.OfficeId,
            d => d.Position,
            "The districts that the office serves, as printed."
        );
        Many<OrgUnit>(
            "orgUnits",
            unit => unit.OfficeId,
            unit => unit.Number,
            "The office's groups and units, by number."
        );
        Many<StrategicPlan>(
            "strategicPlans",
            plan => plan.OfficeId,
            plan => plan.FirstFiscalYear,
            "The office's strategic plans, the earliest first."
        );
        Many<StrategicPlan>(
                "strategicPlan",
                plan => plan.OfficeId,
                plan => plan.FirstFiscalYear,
                "The strategic plan that covers a fiscal year (Buddhist era); the latest one if several do."
            )
            .ForYear((StrategicPlan plan) => plan.FirstFiscalYear, plan => plan.LastFiscalYear);
        Many<DevelopmentPlan>(
            "developmentPlans",
            plan => plan.OfficeId,
            plan => plan.FiscalYear,
            "The office's development plans, the earliest first."
        );
        Many<DevelopmentPlan>(
                "developmentPlan",
                plan => plan.OfficeId,
                plan => plan.FiscalYear,
                "The development plan of a fiscal year (Buddhist era)."
            )
            .ForYear((DevelopmentPlan plan) => plan.FiscalYear, plan => plan.FiscalYear);
        Many<NeedsSurvey>(
            "needsSurveys",
            survey => survey.OfficeId,
            survey => survey.SurveyedOn,
            "The office's surveys of development needs, the earliest first."
        );
        Many<Dataset>(
            "datasets",
            dataset => dataset.OfficeId,
            dataset => dataset.FiscalYear,
            "The office's statistics, by fiscal year and in the order of the plan.",
            dataset => dataset.Position
        );
        Page<SchoolNetwork>(
            "schoolNetworks",
            network => network.OfficeId,
            "The office's networks of schools, by name."
        );
        Page<School>("schools", school => school.OfficeId, "The office's schools, by code.");
        Page<DuplicatePair>(
            "potentialDuplicates",
            pair => pair.OfficeId,
            "Pairs of records of which the office keeps the first, which may be of one person. Administrators see them by ids and offices."
        );
        Page<Person>("people", person => person.OfficeId, "The people whose records the office keeps, by name.");
        Page<Appointment>(
            "appointments",
            one => one.OfficeId,
            "All appointments in the office, also past ones, by name."
        );
        Page<IndividualDevelopmentPlan>(
            "individualDevelopmentPlans",
            plan => plan.OfficeId,
            "The development plans of the office's people, by fiscal year."
        );
        Page<IndividualPlanItem>(
            "individualPlanItems",
            item => item.OfficeId,
            "What the office's people plan to learn, in all revisions; those in force, grouped by topic, are the office's needs."
        );
        Page<NeedsRound>("needsRounds", round => round.OfficeId, "The office's surveys of needs, by fiscal year.");
        Page<Course>("courses", course => course.OfficeId, "The office's courses, by code.");
        Page<Offering>("offerings", offering => offering.OfficeId, "The office's offerings, by fiscal year.");
        Page<Enrollment>(
            "enrollments",
            one => one.OfficeId,
            "The enrolments of people of the office at the time, of those that the caller sees, by fiscal year."
        );
        Page<Committee>("committees", one => one.OfficeId, "The office's committees, by their first day.");
        Page<MonitoringVisit>(
            "monitoringVisits",
            visit => visit.OfficeId,
            "The office's monitoring visits, of those that the caller sees, by day."
        );
        Page<Certificate>(
            "certificates",
            one => one.OfficeId,
            "The certificates that the office issued, of those that the caller sees, by their day."
        );
        Page<AwardProgramme>("awardProgrammes", one => one.OfficeId, "The office's programmes of awards, by code.");
        Page<Award>(
            "awards",
            one => one.OfficeId,
            "The awards and nominations of people whom the office nominated, of those that the caller sees, by fiscal year."
        );
        Page<FurtherStudy>(
            "furtherStudies",
            one => one.OfficeId,
            "The further studies of people whose records the office kept then, of those that the caller sees, by their first day."
        );
        Page<Induction>(
            "inductions",
            one => one.OfficeId,
            "The inductions of people in appointments of the office, of those that the caller sees, by their first day."
        );
        Page<StaffMember>("staff", member => member.OfficeId, "The office's staff, by name in Thai order.");
    }
}
