using System.Collections.Frozen;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Application.Access;

/// <summary>
/// Who may use what: every field of every type and every mutation, by their names in the API. What is not declared here,
/// nobody may use. The same rule holds for reading a field, and for filtering and sorting by it. Which rows of a type somebody
/// sees is decided where they are read.
/// </summary>
public static class AccessRules
{
    private static readonly AccessRule Open = new([], IsOpen: true);

    /// <summary>Names that are printed in published plans are open; that somebody signed in reads them is recorded.</summary>
    private static readonly AccessRule OpenPersonal = new([], IsOpen: true, IsPersonal: true);

    /// <summary>Everybody who holds a role.</summary>
    private static readonly AccessRule WithRole = new(Enum.GetValues<Role>());

    private static readonly AccessRule Personal = WithRole with { IsPersonal = true };
    private static readonly AccessRule Administrators = new([Role.Administrator]);
    private static readonly AccessRule Budget = new([Role.BudgetOfficer]);
    private static readonly AccessRule Plan = new([Role.PlanOfficer]);
    private static readonly AccessRule PlanOrAdministrator = new([Role.PlanOfficer, Role.Administrator]);
    private static readonly AccessRule BudgetOrPlan = new([Role.BudgetOfficer, Role.PlanOfficer]);
    private static readonly AccessRule BudgetOrApprover = new([Role.BudgetOfficer, Role.Approver]);

    private static readonly FrozenDictionary<string, AccessRule> Rules = new Dictionary<string, AccessRule>([
        // What offices publish: their plans with all that is printed in them, what is planned and spent, what does not add up.
        .. Fields(
            Open,
            "Query",
            "node nodes office offices developmentPlan developmentPlans projects indicators staff"
        ),
        .. Fields(Open, "Query", "datasets findings budgetSummary"),
        .. Fields(Open, "Office", "id code name kind province provinceCode districts orgUnits strategicPlans"),
        .. Fields(Open, "Office", "strategicPlan developmentPlans developmentPlan needsSurveys datasets staff"),
        .. Fields(Open, "OrgUnit", "id number name source"),
        .. Fields(Open, "District", "name"),
        .. Fields(Open, "StrategicPlan", "id office firstFiscalYear lastFiscalYear vision missions goals values"),
        .. Fields(Open, "StrategicPlan", "successFactors strategies visionSource valuesSource"),
        .. Fields(Open, "Strategy", "id strategicPlan number name objectives indicators guidelines projects source"),
        .. Fields(Open, "Guideline", "number heading text level source"),
        .. Fields(Open, "NumberedText", "number text source"),
        .. Fields(Open, "Indicator", "id strategy number name unit level targets target source"),
        .. Fields(Open, "Indicator", "direction baseline definition results"),
        .. Fields(
            Open,
            "IndicatorTarget",
            "fiscalYear target result numerator denominator direction achievement status"
        ),
        .. Fields(Open, "IndicatorTarget", "source current results"),
        .. Fields(Open, "IndicatorBaseline", "fiscalYear value"),
        .. Fields(Open, "Query", "indicatorDefinitions indicatorDefinition indicatorSummary indicatorSeries"),
        .. Fields(Open, "Query", "progressReports disbursementTargets"),
        .. Fields(Open, "IndicatorDefinition", "id code name unit direction description"),
        .. Fields(Open, "IndicatorSummaryRow", "key label indicatorCount reported achieved onTrack offTrack"),
        .. Fields(Open, "IndicatorSummaryRow", "averageAchievement numerator denominator result method"),
        .. Fields(Open, "IndicatorSeries", "key label points"),
        .. Fields(Open, "IndicatorPoint", "fiscalYear target result numerator denominator achievement status reported"),
        .. Fields(Open, "IndicatorPoint", "indicatorCount method"),
        // Of results and progress the figures are open; who reported them, and what they wrote to it, is not.
        .. Fields(
            Open,
            "IndicatorResult",
            "id indicator fiscalYear sequence kind result numerator denominator recordedAt"
        ),
        .. Fields(Open, "IndicatorResult", "previous counts"),
        .. Fields(WithRole, "IndicatorResult", "evidence note"),
        .. Fields(Personal, "IndicatorResult", "recordedBy"),
        .. Fields(Open, "KpiResult", "id kpi sequence kind result resultText numerator denominator recordedAt"),
        .. Fields(Open, "KpiResult", "previous counts"),
        .. Fields(WithRole, "KpiResult", "evidence note"),
        .. Fields(Personal, "KpiResult", "recordedBy"),
        .. Fields(
            Open,
            "ProgressReport",
            "id project fiscalYear quarter revision workDone spentToDate dueOn submittedOn"
        ),
        .. Fields(Open, "ProgressReport", "submittedAt late superseded"),
        .. Fields(WithRole, "ProgressReport", "issues correctiveAction"),
        .. Fields(Personal, "ProgressReport", "submittedBy"),
        .. Fields(Open, "DisbursementTarget", "id fiscalYear quarter expenseClass cumulativePercent source recordedAt"),
        .. Fields(Personal, "DisbursementTarget", "recordedBy"),
        .. Fields(Open, "DevelopmentPlan", "id office fiscalYear title startsOn endsOn focusPoints projects budget"),
        .. Fields(Open, "DevelopmentPlan", "calendar findings needs sections source reading"),
        .. Fields(Open, "CalendarStep", "number name months source"),
        .. Fields(Open, "PlanSection", "number heading level items source"),
        .. Fields(Open, "Source", "line table row column rawText"),
        .. Fields(Open, "MemberSource", "member source"),
        .. Fields(Open, "PlanReading", "lines linesUsed unread"),
        .. Fields(Open, "UnreadPassage", "firstLine lastLine lines reason"),
        // What nobody has understood may tell of persons in small numbers.
        .. Fields(Personal, "UnreadPassage", "text"),
        .. Fields(Open, "Project", "id plan number name nature status strategy strategyPrinted responsibleUnit"),
        .. Fields(Open, "Project", "responsibleUnitPrinted owners startsOn endsOn periodPrinted venue virementAllowed"),
        .. Fields(Open, "Project", "rationale objectives outputTargets outcomeTargets targetGroups expectedResults"),
        .. Fields(Open, "Project", "kpis fundingSources statedBudget printedTotals activities budget ledger version"),
        .. Fields(
            Open,
            "Project",
            "namePrinted headings successMeasures source sources rationaleSource statedBudgetSource"
        ),
        .. Fields(Open, "ProjectOwner", "staffMember"),
        .. Fields(OpenPersonal, "ProjectOwner", "name position source"),
        .. Fields(
            Open,
            "ProjectKpi",
            "id number group kind name targetText targetValue targetUnit methods tools source targetSource"
        ),
        .. Fields(Open, "ProjectKpi", "result resultText numerator denominator achievement status results"),
        .. Fields(Open, "Project", "progressReports"),
        .. Fields(Open, "FundingSource", "kind amount source"),
        .. Fields(
            Open,
            "Activity",
            "id project parent number name subActivities budget ownBudget ledger printed source"
        ),
        .. Fields(Open, "PrintedAmounts", "q1 q2 q3 q4 total q1Source q2Source q3Source q4Source totalSource"),
        .. Fields(Open, "BudgetPosition", "planned transferredIn transferredOut revised committed disbursed available"),
        .. Fields(Open, "BudgetPosition", "disbursementRate quarters"),
        .. Fields(Open, "QuarterBudget", "quarter startsOn endsOn planned disbursed"),
        .. Fields(Open, "BudgetSummaryRow", "key label projectCount budget disbursementTarget targetDistance"),
        .. Fields(Open, "Dataset", "id office plan fiscalYear code title asOf dimensions observations"),
        .. Fields(Open, "Dataset", "personalData withheldCells source"),
        .. Fields(Open, "Observation", "coordinates total"),
        .. Fields(OpenPersonal, "Observation", "value text source"),
        .. Fields(Open, "Coordinate", "dimension value"),
        .. Fields(Open, "NeedsSurvey", "surveyedOn respondents topics"),
        .. Fields(Open, "SurveyTopic", "number name demand percentage source demandSource percentageSource"),
        .. Fields(Open, "Finding", "id rule severity message plan subject location statedValue computedValue status"),
        .. Fields(Open, "Finding", "place line source statusChangedAt"),
        .. Fields(WithRole, "Finding", "statusReason"),
        .. Fields(Personal, "Finding", "statusChangedBy"),
        // The staff's records, beyond the names that are published.
        .. Fields(Open, "StaffMember", "id office"),
        .. Fields(OpenPersonal, "StaffMember", "name"),
        .. Fields(Personal, "StaffMember", "orgUnit position academicStanding"),
        // The ledger's amounts are open; who recorded them, and what they wrote to it, is not.
        .. Fields(Open, "LedgerEntry", "id activity sequence kind amount quarter paidOn fundingSource expiresOn"),
        .. Fields(Open, "LedgerEntry", "disbursement commitment transfer recordedAt balance"),
        .. Fields(WithRole, "LedgerEntry", "reference reason"),
        .. Fields(Personal, "LedgerEntry", "recordedBy"),
        .. Fields(
            Open,
            "Disbursement",
            "id activity amount paidOn quarter fundingSource commitment reversed recordedAt"
        ),
        .. Fields(WithRole, "Disbursement", "reference note"),
        .. Fields(Personal, "Disbursement", "recordedBy"),
        .. Fields(Open, "Commitment", "id activity amount remaining expiresOn released recordedAt"),
        .. Fields(WithRole, "Commitment", "reference"),
        .. Fields(Personal, "Commitment", "recordedBy"),
        .. Fields(Open, "BudgetTransfer", "id from to amount quarter approved recordedAt"),
        .. Fields(WithRole, "BudgetTransfer", "reason"),
        .. Fields(Personal, "BudgetTransfer", "recordedBy"),
        // Who is asking, and what administrators keep an eye on.
        .. Fields(Open, "Query", "viewer"),
        .. Fields(Open, "Viewer", "name signedIn roles offices"),
        .. Fields(Administrators, "Query", "auditLog accessTokens"),
        .. Fields(
            Administrators,
            "AuditRecord",
            "id recordedAt kind roles requestId action subjects before after reason"
        ),
        .. Fields(Administrators with { IsPersonal = true }, "AuditRecord", "actor address"),
        .. Fields(Administrators, "AccessToken", "id name roles offices createdAt createdBy expiresAt revokedAt"),
        .. Fields(Administrators, "AccessToken", "revokedBy lastUsedAt"),
        // A role that is held for offices is checked against the office of what is changed, too.
        .. Fields(Budget, "Mutation", "recordDisbursement recordDisbursements reverseDisbursement"),
        .. Fields(Budget, "Mutation", "commitBudget releaseCommitment"),
        .. Fields(BudgetOrApprover, "Mutation", "transferBudget"),
        .. Fields(BudgetOrPlan, "Mutation", "reviseSpendingPlan"),
        .. Fields(Plan, "Mutation", "importPlan checkPlan acceptFinding resolveFinding"),
        .. Fields(Plan, "Mutation", "reportIndicatorResult withdrawIndicatorResult describeIndicator reportKpiResult"),
        .. Fields(Plan, "Mutation", "withdrawKpiResult submitProgressReport"),
        .. Fields(PlanOrAdministrator, "Mutation", "linkIndicator"),
        .. Fields(Administrators, "Mutation", "defineIndicator setDisbursementTarget"),
        .. Fields(Administrators, "Mutation", "createAccessToken revokeAccessToken"),
    ]).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The fields that are declared, as "Type.field".</summary>
    public static IEnumerable<string> Declared => Rules.Keys;

    /// <summary>
    /// Pages, payloads and errors, and what only they hold, carry what was asked for at a field that has a rule of its own.
    /// </summary>
    private static readonly string[] Carriers =
    [
        "Connection",
        "Edge",
        "Payload",
        "Error",
        "PageInfo",
        "ImportReport",
        "FindingCounts",
        "PlanFault",
    ];

    public static bool IsCarrier(string type) => Carriers.Any(end => type.EndsWith(end, StringComparison.Ordinal));

    public static AccessRule Of(string type, string field) =>
        Rules.GetValueOrDefault($"{type}.{field}") ?? (IsCarrier(type) ? Open : AccessRule.Nobody);

    /// <summary>The rule of the mutation that sends this command; a command without a mutation is the service's own.</summary>
    public static AccessRule OfCommand(Type command) => Of("Mutation", MutationOf(command));

    /// <summary>RecordDisbursement is recordDisbursement.</summary>
    public static string MutationOf(Type command) => char.ToLowerInvariant(command.Name[0]) + command.Name[1..];

    private static IEnumerable<KeyValuePair<string, AccessRule>> Fields(AccessRule rule, string type, string fields) =>
        fields.Split(' ').Select(field => KeyValuePair.Create($"{type}.{field}", rule));
}
