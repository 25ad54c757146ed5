using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Staff;
using TeacherDevPlan.Domain.Statistics;

namespace TeacherDevPlan.Api.GraphQL.Offices;

internal sealed class OfficeType : NodeType<Office>
{
    public OfficeType()
        : base("An educational service area office (สำนักงานเขตพื้นที่การศึกษา).")
    {
        Value(
            "code",
            "String!",
            office => office.Code,
            "ISO 3166-2 province, P or S for the kind, area number: \"TH-43-P2\"."
        );
        Value("name", "String!", office => office.Name, "As printed.");
        Value("kind", "OfficeKind!", office => office.Kind, "Primary (สพป.) or secondary (สพม.).");
        Value("province", "String!", office => office.Province, "As printed, in Thai.");
        Value("provinceCode", "String!", office => office.ProvinceCode, "ISO 3166-2: \"TH-43\".");
        Many<District>(
            "districts",
            "[District!]!",
            d => d.OfficeId,
            d => d.Position,
            "The districts it serves, as printed."
        );
        Many<OrgUnit>(
            "orgUnits",
            "[OrgUnit!]!",
            unit => unit.OfficeId,
            unit => unit.Number,
            "Its groups and units, by number."
        );
        Many<StrategicPlan>(
            "strategicPlans",
            "[StrategicPlan!]!",
            plan => plan.OfficeId,
            plan => plan.FirstFiscalYear,
            "Its strategic plans, the earliest first."
        );
        ForYear<StrategicPlan>(
            "strategicPlan",
            "StrategicPlan",
            plan => plan.OfficeId,
            plan => plan.FirstFiscalYear,
            (plan, year) => plan.FirstFiscalYear <= year && year <= plan.LastFiscalYear,
            "The strategic plan that covers a fiscal year (Buddhist era); the latest where several do."
        );
        Many<DevelopmentPlan>(
            "developmentPlans",
            "[DevelopmentPlan!]!",
            plan => plan.OfficeId,
            plan => plan.FiscalYear,
            "Its development plans, the earliest first."
        );
        ForYear<DevelopmentPlan>(
            "developmentPlan",
            "DevelopmentPlan",
            plan => plan.OfficeId,
            plan => plan.FiscalYear,
            (plan, year) => plan.FiscalYear == year,
            "The development plan of a fiscal year (Buddhist era)."
        );
        Many<NeedsSurvey>(
            "needsSurveys",
            "[NeedsSurvey!]!",
            survey => survey.OfficeId,
            survey => survey.SurveyedOn,
            "Its surveys of development needs, the earliest first."
        );
        Many<Dataset>(
            "datasets",
            "[Dataset!]!",
            dataset => dataset.OfficeId,
            dataset => (dataset.FiscalYear * 10_000) + dataset.Position,
            "Its statistics, by fiscal year and in the order of their plan."
        );
        Connection<StaffMember>(
            "staff",
            "StaffConnection!",
            member => member.OfficeId,
            "Its staff, by name in Thai order."
        );
    }
}

internal sealed class DistrictType : ObjectType<District>
{
    public DistrictType()
        : base("District", "A district (อำเภอ).") => Value("name", "String!", district => district.Name, "As printed.");
}

internal sealed class OrgUnitType : NodeType<OrgUnit>
{
    public OrgUnitType()
        : base("A group or unit (กลุ่ม / หน่วย) of an office.")
    {
        Value("number", "Int!", unit => unit.Number, "Its number in the office's structure.");
        Value("name", "String!", unit => unit.Name, "As printed.");
        Source();
    }
}
