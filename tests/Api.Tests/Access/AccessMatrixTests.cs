using System.Text.Json;
using GraphQL;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Api.Tests;

/// <summary>Every caller against every field and every mutation, and what is expected told here a second time.</summary>
public sealed class AccessMatrixTests(PlanService service) : LedgerTestsBase(service)
{
    private const string NotAuthenticated = "AUTH_NOT_AUTHENTICATED";
    private const string NotAuthorized = "AUTH_NOT_AUTHORIZED";

    /// <summary>Fields that only somebody with a role other than STAFF may read.</summary>
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
        "IndicatorResult.evidence",
        "IndicatorResult.note",
        "IndicatorResult.recordedBy",
        "KpiResult.evidence",
        "KpiResult.note",
        "KpiResult.recordedBy",
        "ProgressReport.issues",
        "ProgressReport.correctiveAction",
        "ProgressReport.submittedBy",
        "DisbursementTarget.recordedBy",
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
        var (indicator, result) = await RecordedAsync("IndicatorResult");
        var (kpi, kpiResult) = await RecordedAsync("KpiResult");
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
            ("confirmAccessToken", "accessTokenId: \"x\"", ["administrator"]),
            ("revokeAccessToken", "accessTokenId: \"x\"", ["administrator"]),
            ("correctPerson", "staffMemberId: \"x\", name: \"x\", reason: \"r\"", ["administrator"]),
            ("erasePerson", "staffMemberId: \"x\", reason: \"r\"", ["administrator"]),
            ("importPlan", $"content: {JsonSerializer.Serialize(EmptyPlan)}", Plan),
            ("publishPlan", $"planId: \"{await Service.PlanIdAsync()}\"", ["approver", "approver of the ministry"]),
            ("checkPlan", $"planId: \"{await Service.PlanIdAsync()}\"", Plan),
            ("exportPlan", $"planId: \"{await Service.PlanIdAsync()}\"", Plan),
            ("acceptFinding", $"findingId: \"{finding}\", reason: \"r\"", Plan),
            ("reportIndicatorResult", $"indicatorId: \"{indicator}\", fiscalYear: 2566, result: 1", Plan),
            ("withdrawIndicatorResult", $"resultId: \"{result}\", reason: \"r\"", Plan),
            ("reportKpiResult", $"kpiId: \"{kpi}\", result: 1", Plan),
            ("withdrawKpiResult", $"resultId: \"{kpiResult}\", reason: \"r\"", Plan),
            ("submitProgressReport", $"projectId: \"{project}\", quarter: Q1, workDone: 1", Plan),
            ("describeIndicator", $"indicatorId: \"{indicator}\"", Plan),
            ("linkIndicator", $"indicatorId: \"{indicator}\"", ["plan officer", "administrator"]),
            ("defineIndicator", "code: \"A\", name: \"a\", unit: \"a\"", ["administrator"]),
            (
                "setDisbursementTarget",
                "fiscalYear: 2566, quarter: Q1, cumulativePercent: 1, source: \"s\"",
                ["administrator"]
            ),
            ("createPerson", "officeCode: \"TH-43-P2\", name: \"ก ข\"", Develop),
            ("updatePerson", "personId: \"x\"", [.. Develop, "development officer elsewhere", "administrator"]),
            (
                "appoint",
                "personId: \"x\", category: \"X\", position: \"x\", from: \"2023-01-10\"",
                [.. Develop, "development officer elsewhere", "administrator"]
            ),
            (
                "endAppointment",
                "appointmentId: \"x\", lastDay: \"2023-01-10\"",
                [.. Develop, "development officer elsewhere", "administrator"]
            ),
            ("invitePerson", "personId: \"x\"", [.. Develop, "development officer elsewhere"]),
            ("acceptInvitation", "code: \"x\"", Staff),
            ("removeAccount", "personId: \"x\"", [.. Develop, "development officer elsewhere", "administrator"]),
            (
                "mergePeople",
                "personId: \"x\", duplicateId: \"x\", reason: \"r\"",
                [.. Develop, "development officer elsewhere", "administrator"]
            ),
            (
                "unmergePeople",
                "duplicateId: \"x\", reason: \"r\"",
                [.. Develop, "development officer elsewhere", "administrator"]
            ),
            ("linkStaffMember", "staffMemberId: \"x\", personId: \"x\"", [.. Develop, "development officer elsewhere"]),
            ("unlinkStaffMember", "staffMemberId: \"x\"", [.. Develop, "development officer elsewhere"]),
            ("saveSchool", "officeCode: \"TH-43-P2\", code: \"0430009\", name: \"x\"", Develop),
            ("saveSchoolNetwork", "officeCode: \"TH-43-P2\", name: \"x\"", Develop),
            ("importStaff", $"officeCode: \"TH-43-P2\", file: \"{EmptyStaffFile}\"", Develop),
            (
                "saveIndividualDevelopmentPlan",
                "personId: \"x\", fiscalYear: 2566, expectedVersion: 0, assessments: [], items: []",
                Staff
            ),
            ("submitIndividualDevelopmentPlan", "planId: \"x\", expectedVersion: 0", Staff),
            ("approveIndividualDevelopmentPlan", "planId: \"x\", expectedVersion: 0", Staff),
            ("returnIndividualDevelopmentPlan", "planId: \"x\", expectedVersion: 0, reason: \"r\"", Staff),
            (
                "closeIndividualDevelopmentPlan",
                "planId: \"x\", expectedVersion: 0",
                [.. Develop, "development officer elsewhere"]
            ),
            (
                "openNeedsRound",
                "officeCode: \"TH-43-P2\", fiscalYear: 2566, topics: [\"CURRICULUM\"], mostTopics: 1",
                Develop
            ),
            (
                "askForTopics",
                "roundId: \"x\", personId: \"x\", topics: []",
                [.. Staff, .. Develop, "development officer elsewhere"]
            ),
            ("closeNeedsRound", "roundId: \"x\"", [.. Develop, "development officer elsewhere"]),
            (
                "saveCourse",
                "officeCode: \"TH-43-P2\", courseCode: \"x\", expectedVersion: 0, name: \"x\", hours: \"1\", topics: [], competencies: []",
                Develop
            ),
            (
                "saveOffering",
                "officeCode: \"TH-43-P2\", fiscalYear: 2566, expectedVersion: 0, title: \"x\", method: \"TRAINING\", joining: CLOSED, overlapPolicy: NONE, "
                    + "requiredPercent: 80, reportRequired: false, sessions: []",
                Develop
            ),
            (
                "moveOffering",
                "offeringId: \"x\", expectedVersion: 0, step: OPEN",
                [.. Develop, "development officer elsewhere"]
            ),
            (
                "enroll",
                "offeringId: \"x\", people: [{ personId: \"x\" }]",
                [.. Staff, .. Develop, "development officer elsewhere"]
            ),
            (
                "decideEnrollments",
                "offeringId: \"x\", enrollments: [\"x\"], accept: true",
                [.. Develop, "development officer elsewhere"]
            ),
            (
                "withdrawEnrollments",
                "offeringId: \"x\", enrollments: [\"x\"]",
                [.. Staff, .. Develop, "development officer elsewhere"]
            ),
            (
                "recordAttendance",
                "offeringId: \"x\", items: [{ enrollmentId: \"x\", sessionId: \"x\", minutes: 0 }]",
                [.. Develop, "development officer elsewhere"]
            ),
            (
                "recordScores",
                "offeringId: \"x\", items: [{ enrollmentId: \"x\", reportGiven: true }]",
                [.. Develop, "development officer elsewhere"]
            ),
            (
                "saveQuestionnaire",
                "offeringId: \"x\", expectedVersion: 0, title: \"x\", items: [\"x\"]",
                [.. Develop, "development officer elsewhere"]
            ),
            (
                "openQuestionnaire",
                "questionnaireId: \"x\", expectedVersion: 1",
                [.. Develop, "development officer elsewhere"]
            ),
            (
                "closeQuestionnaire",
                "questionnaireId: \"x\", expectedVersion: 1",
                [.. Develop, "development officer elsewhere"]
            ),
            ("answerQuestionnaire", "questionnaireId: \"x\", scores: [5]", Staff),
            (
                "saveApplicationPlan",
                "offeringId: \"x\", expectedVersion: 0, dueDays: 90, level: 3",
                [.. Develop, "development officer elsewhere"]
            ),
            (
                "assessApplication",
                "assessmentId: \"x\", expectedRevision: 0, level: 3, evidence: \"x\"",
                [.. Staff, .. Develop, "development officer elsewhere"]
            ),
            (
                "saveCommittee",
                "officeCode: \"TH-43-P2\", expectedVersion: 0, name: \"x\", purpose: \"x\", orderNumber: \"x\", orderedOn: \"2023-01-10\", "
                    + "from: \"2023-01-10\", monitors: true, assesses: false, members: [{ personId: \"x\", role: CHAIR }]",
                Develop
            ),
            (
                "saveMonitoringVisit",
                "offeringId: \"x\", expectedVersion: 0, phase: AFTER, visitedOn: \"2023-01-10\", findings: \"x\"",
                [.. Staff, .. Develop, "development officer elsewhere"]
            ),
            (
                "recordFollowUp",
                "visitId: \"x\", expectedVersion: 0, actionTaken: \"x\"",
                [.. Staff, .. Develop, "development officer elsewhere"]
            ),
            (
                "issueCertificates",
                "offeringId: \"x\", enrollments: [\"x\"], issuedOn: \"2023-01-10\"",
                [.. Develop, "development officer elsewhere"]
            ),
            ("revokeCertificate", "certificateId: \"x\", reason: \"r\"", [.. Develop, "development officer elsewhere"]),
            (
                "saveAwardProgramme",
                "officeCode: \"TH-43-P2\", programmeCode: \"x\", expectedVersion: 0, name: \"x\", grantor: \"x\", source: \"x\"",
                Develop
            ),
            (
                "nominateForAward",
                "personId: \"x\", expectedVersion: 0, programmeId: \"x\", level: OFFICE, fiscalYear: 2566, nominatedOn: \"2023-01-10\"",
                [.. Develop, "development officer elsewhere"]
            ),
            (
                "decideAward",
                "awardId: \"x\", expectedVersion: 1, status: WITHDRAWN, decidedOn: \"2023-01-10\", note: \"x\"",
                [.. Develop, "development officer elsewhere"]
            ),
            (
                "saveFurtherStudy",
                "personId: \"x\", expectedVersion: 0, degree: MASTER, field: \"x\", institution: \"x\", leave: FULL_TIME, funding: SELF, "
                    + "from: \"2023-01-10\", to: \"2023-01-11\"",
                [.. Staff, .. Develop, "development officer elsewhere"]
            ),
            (
                "moveFurtherStudy",
                "studyId: \"x\", expectedVersion: 1, step: START",
                [.. Develop, "development officer elsewhere"]
            ),
            (
                "beginInduction",
                "appointmentId: \"x\", programmeCode: \"NEW_OFFICIAL\", mentorId: \"x\"",
                [.. Develop, "development officer elsewhere"]
            ),
            (
                "recordInductionStep",
                "stepId: \"x\", expectedVersion: 1, doneOn: \"2023-01-10\"",
                [.. Staff, .. Develop, "development officer elsewhere"]
            ),
            (
                "decideInduction",
                "inductionId: \"x\", expectedVersion: 1, status: ENDED, decidedOn: \"2023-01-10\", note: \"x\"",
                [.. Develop, "development officer elsewhere"]
            ),
            (
                "changeMentor",
                "inductionId: \"x\", expectedVersion: 1, mentorId: \"x\"",
                [.. Develop, "development officer elsewhere"]
            ),
            ("proposeIndicatorResult", $"indicatorId: \"{indicator}\", fiscalYear: 2566, measure: COVERAGE", Develop),
            ("acceptIndicatorProposal", "proposalId: \"x\"", [.. Develop, "development officer elsewhere"]),
            (
                "importAttendance",
                $"offeringId: \"x\", file: \"{EmptyStaffFile}\"",
                [.. Develop, "development officer elsewhere"]
            ),
            ("openAttendanceCode", "sessionId: \"x\", minutesValid: 5", [.. Develop, "development officer elsewhere"]),
            ("checkIn", "sessionId: \"x\", code: \"x\"", Staff),
            ("requestCorrection", "wish: \"x\"", Staff),
            (
                "answerCorrection",
                "requestId: \"x\", isDone: true, answer: \"x\"",
                [.. Develop, "development officer elsewhere"]
            ),
            (
                "assembleQuarterlyReport",
                "planId: \"x\", quarter: Q1",
                [.. Plan, .. Develop, "plan officer elsewhere", "development officer elsewhere"]
            ),
            (
                "writeQuarterlyReport",
                "reportId: \"x\", expectedVersion: 1",
                [.. Plan, .. Develop, "plan officer elsewhere", "development officer elsewhere"]
            ),
            (
                "submitQuarterlyReport",
                "reportId: \"x\", expectedVersion: 1",
                [.. Plan, .. Develop, "plan officer elsewhere", "development officer elsewhere"]
            ),
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

    private static readonly string[] Keyless =
    [
        "AccessToken",
        "invitePerson",
        "acceptInvitation",
        "openAttendanceCode",
        "checkIn",
        "importPlan",
        "publishPlan",
        "checkPlan",
        "exportPlan",
        "answerQuestionnaire",
        "reviseSpendingPlan",
        "Finding",
        "eIndicator",
        "kIndicator",
        "Target",
    ];

    private static string[] Budget => ["budget officer"];

    /// <summary>Who keeps the registry of the sample's office.</summary>
    private static string[] Develop => ["development officer", "analyst who develops"];

    private static string[] Staff => ["member of staff", "analyst on the staff"];

    private static string[] Plan => ["plan officer"];

    /// <summary>A staff file without people, in base64.</summary>
    private const string EmptyStaffFile = "eA==";

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
            SELECT id, 1, '[{"firstLine": 1, "lastLine": 1, "lines": 1, "reason": "OUT_OF_PLACE", "text": "x"}]' FROM development_plans;
            INSERT INTO indicator_definitions (id, code, name, unit, direction)
            SELECT gen_random_uuid(), 'X', 'x', 'ร้อยละ', 'HIGHER_IS_BETTER';
            UPDATE indicators SET definition_id = (SELECT id FROM indicator_definitions), baseline_value = 1, baseline_fiscal_year = 2565;
            INSERT INTO indicator_results (id, target_id, indicator_id, fiscal_year, sequence, kind, result, recorded_at, recorded_by, counts_id)
            SELECT i.id, t.id, t.indicator_id, t.fiscal_year, 1, 'REPORTED', 1, now(), 'x', i.id
            FROM indicator_targets t CROSS JOIN LATERAL (SELECT gen_random_uuid() AS id WHERE t.id IS NOT NULL) i
            WHERE t.fiscal_year = 2566;
            INSERT INTO kpi_results (id, kpi_id, project_id, sequence, kind, result, recorded_at, recorded_by, counts_id)
            SELECT i.id, k.id, k.project_id, 1, 'REPORTED', 1, now(), 'x', i.id
            FROM project_kpis k CROSS JOIN LATERAL (SELECT gen_random_uuid() AS id WHERE k.id IS NOT NULL) i;
            INSERT INTO progress_report_revisions (id, project_id, fiscal_year, quarter, revision, work_done, spent_to_date, due_on,
                submitted_on, submitted_at, submitted_by)
            SELECT gen_random_uuid(), id, fiscal_year, 'Q1', 1, 1, 0, '2022-12-31', '2023-01-01', '2023-01-01', 'x' FROM projects;
            INSERT INTO disbursement_targets (id, fiscal_year, quarter, expense_class, cumulative_percent, source, recorded_at, recorded_by)
            SELECT gen_random_uuid(), 2566, 'Q4', 'OVERALL', 90, 'x', now(), 'x'
            """
        );

    /// <summary>A thing that a result was reported on, and the result.</summary>
    private async Task<(string On, string Result)> RecordedAsync(string type)
    {
        var isKpi = type == "KpiResult";
        var data = await Service.QueryAsync(
            isKpi
                ? $"{{ {Project} {{ kpis {{ id results {{ nodes {{ id }} }} }} }} }} }}"
                : "{ indicators { nodes { id results { nodes { id } } } } }"
        );
        var on = isKpi
            ? data.GetProperty("projects").GetProperty("nodes")[0].GetProperty("kpis")[0]
            : data.GetProperty("indicators").GetProperty("nodes")[0];
        return (
            on.GetProperty("id").GetString()!,
            on.GetProperty("results").GetProperty("nodes")[0].GetProperty("id").GetString()!
        );
    }

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
        // Administrators ask an office instead, so that no list is of the whole country.
        if (field == "Query.potentialDuplicates")
            return Somebody.All[name]?.Roles.Contains(Role.DevelopmentOfficer) == true ? null : Denied(name);
        return !WithRole.Contains(field) || name is not ("nobody" or "member of staff") ? null : Denied(name);
    }

    private IEnumerable<string> Mutations() =>
        Service.Services.GetRequiredService<ISchema>().Mutation!.Fields.Select(field => field.Name);

    /// <summary>Types whose values carry what was asked for at a field that has a rule of its own.</summary>
    private static readonly string[] Carriers =
    [
        "Connection",
        "Edge",
        "Payload",
        "Error",
        "PageInfo",
        "ImportReport",
        "StaffReport",
        "AttendanceReport",
        "StaffColumn",
        "StaffFault",
        "StaffNotice",
        "FindingCounts",
        "PlanFault",
        "MergeReason",
        "Aggregate",
        "Group",
        "GroupKeyValues",
    ];

    /// <summary>A query for each field of each type, by some way that leads to it.</summary>
    private IEnumerable<(string Type, string Field, string Query)> Fields()
    {
        var types = Service.Services.GetRequiredService<ISchema>().AllTypes.OfType<IObjectGraphType>();
        foreach (var type in types)
        {
            if (
                type.Name.StartsWith("__", StringComparison.Ordinal)
                || Carriers.Any(end => type.Name.EndsWith(end, StringComparison.Ordinal))
                || type.Name == "Mutation"
            )
                continue;
            foreach (var field in type.Fields)
            {
                var arguments =
                    Arguments.GetValueOrDefault($"{type.Name}.{field.Name}")
                    ?? (
                        field.Arguments?.Find("id") is null
                            ? ""
                            : $"(id: \"{new NodeId(field.ResolvedType!.GetNamedType().Name, Guid.Empty)}\")"
                    );
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
        ["Query.certificateCheck"] = "(code: \"x\")",
        ["Query.budgetSummary"] = "(fiscalYear: 2566, groupBy: QUARTER)",
        ["Query.developmentSummary"] = "(fiscalYear: 2566, groupBy: OFFICE)",
        ["Office.strategicPlan"] = "(fiscalYear: 2566)",
        ["Office.developmentPlan"] = "(fiscalYear: 2566)",
        ["Indicator.target"] = "(fiscalYear: 2566)",
        ["Query.indicatorDefinition"] = "(code: \"X\")",
        ["Query.indicatorSummary"] = "(fiscalYear: 2566, groupBy: OFFICE)",
        ["Query.indicatorSeries"] = "(definitionCode: \"X\", fiscalYears: [2566], groupBy: NONE)",
        ["Query.disbursementTargets"] = "(fiscalYear: 2566)",
    };

    private const string Series = "indicatorSeries(definitionCode: \"X\", fiscalYears: [2566], groupBy: NONE)";

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
        ["School"] = "schools { nodes { % } }",
        ["SchoolNetwork"] = "schoolNetworks { nodes { % } }",
        ["StaffCategory"] = "staffCategories { nodes { % } }",
        ["DevelopmentTopic"] = "developmentTopics { nodes { % } }",
        ["Competency"] = "competencies { nodes { % } }",
        ["DevelopmentMethod"] = "developmentMethods { nodes { % } }",
        ["IndividualDevelopmentPlan"] = "individualDevelopmentPlans { nodes { % } }",
        ["IndividualPlanRevision"] = "individualPlanRevisions { nodes { % } }",
        ["CompetencyAssessment"] = "individualPlanRevisions { nodes { assessments { % } } }",
        ["IndividualPlanItem"] = "individualPlanItems { nodes { % } }",
        ["Course"] = "courses { nodes { % } }",
        ["CourseSubject"] = "courses { nodes { subjects { % } } }",
        ["Offering"] = "offerings { nodes { % } }",
        ["Session"] = "offerings { nodes { sessions { % } } }",
        ["Enrollment"] = "enrollments { nodes { % } }",
        ["EnrollmentException"] = "enrollments { nodes { exceptions { % } } }",
        ["OfferingCategory"] = "offerings { nodes { targetCategories { % } } }",
        ["Attendance"] = "enrollments { nodes { attendances { % } } }",
        ["SatisfactionScale"] = "satisfactionScales { nodes { % } }",
        ["SatisfactionBand"] = "satisfactionScales { nodes { bands { % } } }",
        ["Questionnaire"] = "questionnaires { nodes { % } }",
        ["QuestionnaireItem"] = "questionnaires { nodes { items { % } } }",
        ["QuestionnaireResult"] = "questionnaires { nodes { result { % } } }",
        ["QuestionnaireItemResult"] = "questionnaires { nodes { result { items { % } } } }",
        ["QuestionnaireComment"] = "questionnaires { nodes { comments { nodes { % } } } }",
        ["QuestionnaireAnswer"] = "questionnaireAnswers { nodes { % } }",
        ["ApplicationPlan"] = "offerings { nodes { applicationPlan { % } } }",
        ["ApplicationAssessment"] = "applicationAssessments { nodes { % } }",
        ["ApplicationRevision"] = "applicationAssessments { nodes { revisions { % } } }",
        ["Committee"] = "committees { nodes { % } }",
        ["CommitteeMember"] = "committees { nodes { members { % } } }",
        ["MonitoringVisit"] = "monitoringVisits { nodes { % } }",
        ["Certificate"] = "certificates { nodes { % } }",
        ["CertificateCheck"] = "certificateCheck(code: \"x\") { % }",
        ["AwardProgramme"] = "awardProgrammes { nodes { % } }",
        ["Award"] = "awards { nodes { % } }",
        ["FurtherStudy"] = "furtherStudies { nodes { % } }",
        ["StudyExtension"] = "furtherStudies { nodes { extensions { % } } }",
        ["BondRule"] = "bondRules { nodes { % } }",
        ["FindingRule"] = "findingRules { % }",
        ["InductionProgramme"] = "inductionProgrammes { nodes { % } }",
        ["InductionProgrammeStep"] = "inductionProgrammes { nodes { steps { % } } }",
        ["Induction"] = "inductions { nodes { % } }",
        ["InductionStep"] = "inductionSteps { nodes { % } }",
        ["HoursRule"] = "hoursRules { nodes { % } }",
        ["DevelopmentHours"] = "developmentHours { nodes { % } }",
        ["IndicatorProposal"] = "indicatorProposals { nodes { % } }",
        ["DevelopmentSummary"] = "developmentSummary(fiscalYear: 2566, groupBy: OFFICE) { % }",
        ["DevelopmentRow"] = "developmentSummary(fiscalYear: 2566, groupBy: OFFICE) { rows { % } }",
        ["CorrectionRequest"] = "correctionRequests { nodes { % } }",
        ["QuarterlyReport"] = "quarterlyReports { nodes { % } }",
        ["ReportedMoney"] = "quarterlyReports { nodes { money { % } } }",
        ["QuarterlyReportProject"] = "quarterlyReports { nodes { projects { % } } }",
        ["QuarterlyReportKpi"] = "quarterlyReports { nodes { projects { kpis { % } } } }",
        ["QuarterlyReportIndicator"] = "quarterlyReports { nodes { indicators { % } } }",
        ["QuarterlyReportEvent"] = "quarterlyReports { nodes { events { % } } }",
        ["QuarterlyReportPeople"] = "quarterlyReports { nodes { people { % } } }",
        ["NeedsRound"] = "needsRounds { nodes { % } }",
        ["NeedsRoundTopic"] = "needsRounds { nodes { topics { % } } }",
        ["NeedsResult"] = "needsRounds { nodes { result { % } } }",
        ["NeedsResultTopic"] = "needsRounds { nodes { result { topics { % } } } }",
        ["NeedsParticipant"] = "needsParticipants { nodes { % } }",
        ["NeedsChoice"] = "needsChoices { nodes { % } }",
        ["Person"] = "people { nodes { % } }",
        ["DuplicatePair"] = "offices { nodes { potentialDuplicates { nodes { % } } } }",
        ["StaffLinkSuggestion"] = "staff { nodes { suggestions { % } } }",
        ["HeldName"] = "people { nodes { names { % } } }",
        ["PeopleFigure"] = "peopleFigures { nodes { % } }",
        ["RecordReading"] = "people { nodes { readings { nodes { % } } } }",
        ["Appointment"] = "appointments { nodes { % } }",
        ["StaffMember"] = "staff(first: 1) { nodes { % } }",
        ["LedgerEntry"] = $"{Project} {{ ledger {{ nodes {{ % }} }} }} }}",
        ["Disbursement"] = $"{Entry.Replace("KIND", "DISBURSEMENT")} {{ disbursement {{ % }} }} }} }} }}",
        ["Commitment"] = $"{Entry.Replace("KIND", "COMMITMENT")} {{ commitment {{ % }} }} }} }} }}",
        ["BudgetTransfer"] = $"{Entry.Replace("KIND", "TRANSFER_OUT")} {{ transfer {{ % }} }} }} }} }}",
        ["IndicatorBaseline"] = "indicators { nodes { baseline { % } } }",
        ["IndicatorDefinition"] = "indicatorDefinitions { nodes { % } }",
        ["IndicatorResult"] = "indicators { nodes { results { nodes { % } } } }",
        ["KpiResult"] = $"{Project} {{ kpis {{ results {{ nodes {{ % }} }} }} }} }}",
        ["ProgressReport"] = "progressReports { nodes { % } }",
        ["IndicatorSummaryRow"] = "indicatorSummary(fiscalYear: 2566, groupBy: OFFICE) { % }",
        ["IndicatorSeries"] = $"{Series} {{ % }}",
        ["IndicatorPoint"] = $"{Series} {{ points {{ % }} }}",
        ["DisbursementTarget"] = "disbursementTargets(fiscalYear: 2566) { % }",
        ["AuditRecord"] = "auditLog { nodes { % } }",
        ["AccessToken"] = "accessTokens { nodes { % } }",
    };
}
