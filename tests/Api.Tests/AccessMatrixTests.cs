using System.Text.Json;
using GraphQL;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using TeacherDevPlan.Application.Access;

namespace TeacherDevPlan.Api.Tests;

/// <summary>Every caller against every field and every mutation, and what is expected told here a second time.</summary>
public sealed class AccessMatrixTests(PlanService service) : LedgerTestsBase(service)
{
    private const string NotAuthenticated = "AUTH_NOT_AUTHENTICATED";
    private const string NotAuthorized = "AUTH_NOT_AUTHORIZED";

    /// <summary>Fields that only somebody with a role may read.</summary>
    private static readonly HashSet<string> WithRole =
    [
        "StaffMember.orgUnit",
        "StaffMember.position",
        "StaffMember.academicStanding",
        "LedgerEntry.reference",
        "LedgerEntry.reason",
        "LedgerEntry.recordedBy",
        "Disbursement.reference",
        "Disbursement.note",
        "Disbursement.recordedBy",
        "Commitment.reference",
        "Commitment.recordedBy",
        "BudgetTransfer.reason",
        "BudgetTransfer.recordedBy",
        "Finding.statusReason",
        "Finding.statusChangedBy",
        "UnreadPassage.text",
    ];

    private static readonly string[] AdministratorsTypes = ["AuditRecord", "AccessToken"];
    private static readonly string[] AdministratorsLists = ["Query.auditLog", "Query.accessTokens"];

    public static TheoryData<string> Callers => [.. Somebody.All.Keys];

    [Theory]
    [MemberData(nameof(Callers))]
    public async Task A_caller_reads_what_the_role_allows_and_is_refused_the_rest(string name)
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        await Ledger.PayAsync(activities[0], 1, commitment: (await Ledger.CommitAsync(activities[0], 10)).Id());
        await Ledger.TransferAsync(activities[0], activities[1], 1);
        await AddWhatTheSampleLacksAsync();
        using var client = Service.ClientOf(name);
        var wrong = new List<string>();
        foreach (var (type, field, query) in Fields())
        {
            var answer = await Service.AskAsync(query, client: client);
            var expected = Expected(name, $"{type}.{field}");
            if (PlanService.CodeOf(answer) != expected)
                wrong.Add($"{type}.{field}: expected {expected ?? "an answer"}, got {answer}");
        }

        wrong.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Callers))]
    public async Task A_field_that_may_not_be_read_is_not_filtered_or_sorted_by(string name)
    {
        using var client = Service.ClientOf(name);
        var expected = Expected(name, "StaffMember.position");
        string[] queries =
        [
            "{ staff(where: { position: { contains: \"ผู้อำนวยการ\" } }) { totalCount } }",
            "{ staff(where: { or: [{ name: { eq: \"x\" } }, { academicStanding: { eq: null } }] }) { totalCount } }",
            "{ staff(order: [{ position: ASC }]) { nodes { id } } }",
            "{ staff(order: [{ orgUnit: { name: ASC } }]) { nodes { id } } }",
            "{ office(code: \"TH-43-P2\") { staff(where: { orgUnit: { number: { eq: 1 } } }) { totalCount } } }",
            "{ offices(where: { staff: { some: { position: { eq: \"x\" } } } }) { totalCount } }",
            "{ projects(where: { owners: { some: { staffMember: { academicStanding: { eq: EXPERT } } } } }) { totalCount } }",
            "{ budgetSummary(fiscalYear: 2566, groupBy: PROJECT, where: { owners: { some: { staffMember: { position: { eq: \"x\" } } } } }) { key } }",
            "{ projects { nodes { ledger(where: { recordedBy: { eq: \"x\" } }) { totalCount } } } }",
            "{ projects { nodes { ledger(order: [{ reason: ASC }]) { totalCount } } } }",
        ];
        foreach (var query in queries)
            PlanService.CodeOf(await Service.AskAsync(query, client: client)).ShouldBe(expected, query);
    }

    [Theory]
    [MemberData(nameof(Callers))]
    public async Task A_caller_writes_what_the_role_and_its_office_allow(string name)
    {
        var (project, activities) = await Ledger.ProjectAsync(1);
        using var client = Service.ClientOf(name);
        var commitment = (await Ledger.CommitAsync(activities[0], 10)).Id();
        var payment = (await Ledger.PayAsync(activities[0], 1)).Id();
        var finding = await FindingIdAsync();
        (string Mutation, string Input, string[] Allowed)[] writes =
        [
            (
                "recordDisbursement",
                $"activityId: \"{activities[0]}\", amount: 1, paidOn: \"2023-01-10\", reference: \"V\"",
                Budget
            ),
            (
                "recordDisbursements",
                $"items: [{{ activityId: \"{activities[0]}\", amount: 1, paidOn: \"2023-01-10\", reference: \"V\" }}]",
                Budget
            ),
            ("reverseDisbursement", $"disbursementId: \"{payment}\", reason: \"r\"", Budget),
            ("commitBudget", $"activityId: \"{activities[0]}\", amount: 1, reference: \"C\"", Budget),
            ("releaseCommitment", $"commitmentId: \"{commitment}\", reason: \"r\"", Budget),
            (
                "transferBudget",
                $"fromActivityId: \"{activities[0]}\", toActivityId: \"{activities[1]}\", amount: 1, quarter: Q2, reason: \"r\"",
                ["budget officer", "approver", "approver of the ministry"]
            ),
            (
                "reviseSpendingPlan",
                $"projectId: \"{project}\", expectedVersion: 0, reason: \"r\", amounts: [{{ activityId: \"{activities[0]}\", quarter: Q1, amount: 9 }}]",
                ["budget officer", "plan officer"]
            ),
            (
                "createAccessToken",
                "name: \"x\", roles: [VIEWER], expiresAt: \"2000-01-01T00:00:00Z\"",
                ["administrator"]
            ),
            ("revokeAccessToken", "accessTokenId: \"x\"", ["administrator"]),
            ("importPlan", $"content: {JsonSerializer.Serialize(EmptyPlan)}", Plan),
            ("checkPlan", $"planId: \"{await Service.PlanIdAsync()}\"", Plan),
            ("acceptFinding", $"findingId: \"{finding}\", reason: \"r\"", Plan),
            ("resolveFinding", $"findingId: \"{finding}\", take: STATED", Plan),
        ];
        writes.Select(write => write.Mutation).ShouldBe(Mutations(), ignoreOrder: true);
        foreach (var (mutation, input, allowed) in writes)
        {
            var key = Keyless.Any(end => mutation.EndsWith(end, StringComparison.Ordinal))
                ? ""
                : $", idempotencyKey: \"{Ledger.NewKey()}\"";
            var answer = await Service.AskAsync(
                $"mutation {{ {mutation}(input: {{ {input}{key} }}) {{ errors {{ __typename }} }} }}",
                client: client
            );
            var expected = allowed.Contains(name) ? null : Denied(name);
            PlanService.CodeOf(answer).ShouldBe(expected, $"{mutation}: {answer}");
            if (expected is not null)
                answer.GetProperty("data").ValueKind.ShouldBe(JsonValueKind.Null);
        }
    }

    private static readonly string[] Keyless = ["AccessToken", "Plan", "Finding"];

    private static string[] Budget => ["budget officer"];

    private static string[] Plan => ["plan officer"];

    /// <summary>A plan file of the sample's office.</summary>
    private const string EmptyPlan = """
        {"formatVersion":1,"office":{"code":"TH-43-P2","name":"x","kind":"PRIMARY","province":"x","districts":[],"orgUnits":[]},
        "strategicPlan":{"firstFiscalYear":2566,"lastFiscalYear":2570,"strategies":[]},
        "developmentPlan":{"fiscalYear":2570,"title":"x","projects":[]}}
        """;

    /// <summary>A finding, and a passage that was not read.</summary>
    private Task AddWhatTheSampleLacksAsync() =>
        Service.ExecuteSqlAsync(
            """
            INSERT INTO findings (id, plan_id, rule, place, severity, message_en, message_th, location_en, location_th, status, withheld)
            SELECT gen_random_uuid(), id, 'X', '', 'ERROR', '', '', '', '', 'OPEN', false FROM development_plans;
            INSERT INTO plan_readings (plan_id, lines, unread)
            SELECT id, 1, '[{"firstLine": 1, "lastLine": 1, "lines": 1, "reason": "OUT_OF_PLACE", "text": "x"}]' FROM development_plans
            """
        );

    private async Task<string> FindingIdAsync()
    {
        await AddWhatTheSampleLacksAsync();
        var data = await Service.QueryAsync("{ findings { nodes { id } } }");
        return data.GetProperty("findings").GetProperty("nodes")[0].GetProperty("id").GetString()!;
    }

    private static string Denied(string name) => name == "nobody" ? NotAuthenticated : NotAuthorized;

    private static string? Expected(string name, string field)
    {
        var administrators =
            AdministratorsLists.Contains(field)
            || AdministratorsTypes.Any(type => field.StartsWith($"{type}.", StringComparison.Ordinal));
        if (administrators)
            return name == "administrator" ? null : Denied(name);
        return WithRole.Contains(field) && name == "nobody" ? NotAuthenticated : null;
    }

    private IEnumerable<string> Mutations() =>
        Service.Services.GetRequiredService<ISchema>().Mutation!.Fields.Select(field => field.Name);

    /// <summary>A query for each field of each type, by some way that leads to it.</summary>
    private IEnumerable<(string Type, string Field, string Query)> Fields()
    {
        var types = Service.Services.GetRequiredService<ISchema>().AllTypes.OfType<IObjectGraphType>();
        foreach (var type in types)
        {
            if (
                type.Name.StartsWith("__", StringComparison.Ordinal)
                || AccessRules.IsCarrier(type.Name)
                || type.Name == "Mutation"
            )
                continue;
            foreach (var field in type.Fields)
            {
                var arguments = Arguments.GetValueOrDefault($"{type.Name}.{field.Name}", "");
                var isLeaf = field.ResolvedType!.GetNamedType() is ScalarGraphType;
                var selection = $"{field.Name}{arguments}{(isLeaf ? "" : " { __typename }")}";
                yield return (
                    type.Name,
                    field.Name,
                    $"{{ {Ways[type.Name].Replace("%", selection, StringComparison.Ordinal)} }}"
                );
            }
        }
    }

    private static readonly Dictionary<string, string> Arguments = new()
    {
        ["Query.node"] = "(id: \"UHJvamVjdDoAAAAAAAAAAAAAAAAAAAAA\")",
        ["Query.nodes"] = "(ids: [])",
        ["Query.office"] = "(code: \"TH-43-P2\")",
        ["Query.developmentPlan"] = "(officeCode: \"TH-43-P2\", fiscalYear: 2566)",
        ["Query.budgetSummary"] = "(fiscalYear: 2566, groupBy: QUARTER)",
        ["Office.strategicPlan"] = "(fiscalYear: 2566)",
        ["Office.developmentPlan"] = "(fiscalYear: 2566)",
        ["Indicator.target"] = "(fiscalYear: 2566)",
    };

    private const string PlanWay = "developmentPlan(officeCode: \"TH-43-P2\", fiscalYear: 2566)";
    private const string Project = "projects(where: { number: { eq: 1 } }) { nodes";
    private const string Entry = $"{Project} {{ ledger(where: {{ kind: {{ eq: KIND }} }}) {{ nodes";

    private static readonly Dictionary<string, string> Ways = new()
    {
        ["Query"] = "%",
        ["Viewer"] = "viewer { % }",
        ["Office"] = "offices { nodes { % } }",
        ["OrgUnit"] = "offices { nodes { orgUnits { % } } }",
        ["District"] = "offices { nodes { districts { % } } }",
        ["StrategicPlan"] = "offices { nodes { strategicPlans { % } } }",
        ["Strategy"] = "offices { nodes { strategicPlans { strategies { % } } } }",
        ["Guideline"] = "offices { nodes { strategicPlans { strategies { guidelines { % } } } } }",
        ["NumberedText"] = "offices { nodes { strategicPlans { goals { % } } } }",
        ["Indicator"] = "indicators { nodes { % } }",
        ["IndicatorTarget"] = "indicators { nodes { targets { % } } }",
        ["DevelopmentPlan"] = $"{PlanWay} {{ % }}",
        ["PlanSection"] = $"{PlanWay} {{ sections {{ % }} }}",
        ["PlanReading"] = $"{PlanWay} {{ reading {{ % }} }}",
        ["UnreadPassage"] = $"{PlanWay} {{ reading {{ unread {{ % }} }} }}",
        ["Source"] = $"{PlanWay} {{ source {{ % }} }}",
        ["MemberSource"] = $"{Project} {{ sources {{ % }} }} }}",
        ["CalendarStep"] = $"{PlanWay} {{ calendar {{ % }} }}",
        ["Project"] = $"{Project} {{ % }} }}",
        ["ProjectOwner"] = $"{Project} {{ owners {{ % }} }} }}",
        ["ProjectKpi"] = $"{Project} {{ kpis {{ % }} }} }}",
        ["FundingSource"] = $"{Project} {{ fundingSources {{ % }} }} }}",
        ["Activity"] = $"{Project} {{ activities {{ % }} }} }}",
        ["PrintedAmounts"] = $"{Project} {{ printedTotals {{ % }} }} }}",
        ["BudgetPosition"] = $"{PlanWay} {{ budget {{ % }} }}",
        ["QuarterBudget"] = $"{PlanWay} {{ budget {{ quarters {{ % }} }} }}",
        ["BudgetSummaryRow"] = "budgetSummary(fiscalYear: 2566, groupBy: OFFICE) { % }",
        ["Dataset"] = "datasets(first: 1) { nodes { % } }",
        ["Observation"] = "datasets(first: 1) { nodes { observations { % } } }",
        ["Coordinate"] = "datasets(first: 1) { nodes { observations { coordinates { % } } } }",
        ["NeedsSurvey"] = "offices { nodes { needsSurveys { % } } }",
        ["SurveyTopic"] = "offices { nodes { needsSurveys { topics { % } } } }",
        ["Finding"] = "findings { nodes { % } }",
        ["StaffMember"] = "staff(first: 1) { nodes { % } }",
        ["LedgerEntry"] = $"{Project} {{ ledger {{ nodes {{ % }} }} }} }}",
        ["Disbursement"] = $"{Entry.Replace("KIND", "DISBURSEMENT")} {{ disbursement {{ % }} }} }} }} }}",
        ["Commitment"] = $"{Entry.Replace("KIND", "COMMITMENT")} {{ commitment {{ % }} }} }} }} }}",
        ["BudgetTransfer"] = $"{Entry.Replace("KIND", "TRANSFER_OUT")} {{ transfer {{ % }} }} }} }} }}",
        ["AuditRecord"] = "auditLog { nodes { % } }",
        ["AccessToken"] = "accessTokens { nodes { % } }",
    };
}
