using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Api.Tests;

/// <summary>Everybody who could ask, by a name for tests.</summary>
public static class Somebody
{
    public const string OtherOffice = "TH-43-P1";

    public static readonly IReadOnlyDictionary<string, (Role[] Roles, string[] Offices)?> All = new Dictionary<
        string,
        (Role[], string[])?
    >
    {
        ["nobody"] = null,
        ["viewer"] = ([Role.Viewer], []),
        ["plan officer"] = ([Role.PlanOfficer], [PlanService.Office]),
        ["plan officer elsewhere"] = ([Role.PlanOfficer], [OtherOffice]),
        ["budget officer"] = ([Role.BudgetOfficer], [PlanService.Office]),
        ["budget officer elsewhere"] = ([Role.BudgetOfficer], [OtherOffice]),
        ["approver"] = ([Role.Approver], [PlanService.Office]),
        ["approver elsewhere"] = ([Role.Approver], [OtherOffice]),
        ["approver of the ministry"] = ([Role.Approver], ["MINISTRY"]),
        ["analyst"] = ([Role.MinistryAnalyst], []),
        ["administrator"] = ([Role.Administrator], []),
        ["development officer"] = ([Role.DevelopmentOfficer], [PlanService.Office]),
        ["development officer elsewhere"] = ([Role.DevelopmentOfficer], [OtherOffice]),
        ["member of staff"] = ([Role.Staff], []),
        ["analyst on the staff"] = ([Role.MinistryAnalyst, Role.Staff], []),
        ["analyst who develops"] = ([Role.MinistryAnalyst, Role.DevelopmentOfficer], [PlanService.Office]),
    };

    public static HttpClient ClientOf(this PlanService service, string caller) =>
        service.As(All[caller] is { } one ? service.Token(one.Roles, one.Offices) : null);
}
