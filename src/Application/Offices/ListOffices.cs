using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Offices;

namespace TeacherDevPlan.Application.Offices;

/// <summary>Educational service area offices, in the order of their codes.</summary>
public sealed record ListOffices(ListArguments Arguments) : ListQuery<Office>(Arguments);

public sealed class ListOfficesHandler(ListPlanner planner) : ListQueryHandler<ListOffices, Office>(planner);

public sealed class OfficeModel : QueryModel<Office>
{
    public OfficeModel()
        : base("Office")
    {
        DefaultOrder = [office => office.Code];
        Id(office => office.Id);
        Value("code", office => office.Code);
        Value("name", office => office.Name);
        Value("kind", office => office.Kind);
        Value("province", office => office.Province);
        Value("provinceCode", office => office.ProvinceCode);
        List("districts", office => office.Districts);
        List("orgUnits", office => office.OrgUnits);
        List("strategicPlans", office => office.StrategicPlans);
        List("developmentPlans", office => office.DevelopmentPlans);
        List("needsSurveys", office => office.NeedsSurveys);
        List("datasets", office => office.Datasets);
        List("staff", office => office.Staff);
    }
}
