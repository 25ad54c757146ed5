using GraphQL;
using GraphQL.Types;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.Offices;

namespace TeacherDevPlan.Api.Tests.Reads;

/// <summary>
/// A mutation that names a row which the caller does not see is answered as one that names nothing: every mutation of the schema,
/// with every id that its input takes, by officers and staff of another office.
/// </summary>
[Collection(nameof(MixedData))]
public sealed class HiddenRowTests(MixedData data)
{
    /// <summary>What the ids are of, by the mutation or else by the name of the field.</summary>
    private static readonly Dictionary<string, string> Types = new()
    {
        ["planId"] = "DevelopmentPlan",
        ["submitIndividualDevelopmentPlan.planId"] = "IndividualDevelopmentPlan",
        ["approveIndividualDevelopmentPlan.planId"] = "IndividualDevelopmentPlan",
        ["returnIndividualDevelopmentPlan.planId"] = "IndividualDevelopmentPlan",
        ["closeIndividualDevelopmentPlan.planId"] = "IndividualDevelopmentPlan",
        ["withdrawIndicatorResult.resultId"] = "IndicatorResult",
        ["withdrawKpiResult.resultId"] = "KpiResult",
        ["assessmentId"] = "ApplicationAssessment",
        ["duplicateId"] = "Person",
        ["enrollments"] = "Enrollment",
        ["fromActivityId"] = "Activity",
        ["toActivityId"] = "Activity",
        ["kpiId"] = "ProjectKpi",
        ["mentorId"] = "Person",
        ["directorId"] = "Person",
        ["supervisorId"] = "Person",
        ["networkId"] = "SchoolNetwork",
        ["planItemId"] = "IndividualPlanItem",
        ["programmeId"] = "AwardProgramme",
        ["proposalId"] = "IndicatorProposal",
        ["reportId"] = "QuarterlyReport",
        ["requestId"] = "CorrectionRequest",
        ["roundId"] = "NeedsRound",
        ["sessions.id"] = "Session",
        ["stepId"] = "InductionStep",
        ["studyId"] = "FurtherStudy",
        ["visitId"] = "MonitoringVisit",
    };

    /// <summary>Values that are right where those of their type would not be.</summary>
    private static readonly Dictionary<string, object?> Values = new()
    {
        ["officeCode"] = PlanService.Office,
        ["fiscalYear"] = 2566,
        ["method"] = "TRAINING",
        ["programmeCode"] = "NEW_OFFICIAL",
        ["status"] = "WITHDRAWN",
        ["dryRun"] = true,
    };

    private static readonly Guid Nothing = new("00000000-0000-4000-8000-000000000001");

    private static readonly Guid Missing = new("00000000-0000-4000-8000-000000000002");

    /// <summary>Officers of an offering's office enrol anybody whose id they have.</summary>
    private static readonly string[] OfAnybody = ["enroll people.personId"];

    [Theory]
    [InlineData("officers")]
    [InlineData("staff")]
    public async Task A_hidden_row_is_answered_as_one_that_is_not_there(string who)
    {
        var (roles, offices) =
            who == "staff"
                ? (new[] { Role.Staff }, Array.Empty<string>())
                : (
                    [Role.PlanOfficer, Role.BudgetOfficer, Role.Approver, Role.DevelopmentOfficer],
                    [PlanService.Office]
                );
        var caller = new Caller(MixedCallers.Name, roles.ToHashSet(), offices.ToHashSet());
        var seen = new NaiveSeen(data.Rows, data.Models, caller);
        using var client = data.Service.As(data.Service.Token(roles, offices));
        var (wrong, missing, told) = (new List<string>(), new HashSet<string>(), 0);
        foreach (var mutation in data.Schema.Mutation!.Fields)
        {
            var input = (IInputObjectGraphType)mutation.Arguments!.Find("input")!.ResolvedType!.GetNamedType();
            foreach (var path in IdsOf(input, ""))
            {
                var type = TypeOf(mutation.Name, path);
                if (Row(type, row => !Sees(seen, row)) is not { } hidden)
                {
                    missing.Add(type);
                    continue;
                }

                foreach (var others in new[] { false, true })
                {
                    // What others name may be changed, but for a dry run.
                    if (others && input.Fields.Find("dryRun") is null)
                        continue;
                    var answers = new List<string>();
                    foreach (var id in new[] { new NodeId(type, Nothing), new NodeId(type, hidden) })
                    {
                        var made = Make(input, "", path, id.ToString(), mutation.Name, others ? seen : null);
                        answers.Add(await AskAsync(mutation.Name, input.Name, made, id, client));
                    }

                    told += answers[0].Contains("with the id '#'", StringComparison.Ordinal) ? 1 : 0;
                    if (answers[0] != answers[1] && !(others && OfAnybody.Contains($"{mutation.Name} {path}")))
                        wrong.Add($"{mutation.Name} {path}: {answers[1]}\n  instead of {answers[0]}");
                }
            }
        }

        wrong.ShouldBeEmpty();
        // Administrators alone have access tokens, and a draft has neither money nor results.
        missing.ShouldBe(
            ["AccessToken", "Commitment", "Disbursement", "IndicatorResult", "KpiResult"],
            ignoreOrder: true
        );
        told.ShouldBeGreaterThan(who == "staff" ? 20 : 100);
    }

    private async Task<string> AskAsync(string mutation, string input, object made, NodeId id, HttpClient client)
    {
        var answer = await data.Service.AskAsync(
            $"mutation ($input: {input}!) {{ {mutation}(input: $input) {{ errors {{ __typename ... on Error {{ code message index }} }} }} }}",
            new { input = made },
            client
        );
        return answer.ToString().Replace(id.ToString(), "#", StringComparison.Ordinal);
    }

    /// <summary>The paths of all ids in an input: "planId", "items.activityId".</summary>
    private static IEnumerable<string> IdsOf(IInputObjectGraphType input, string within) =>
        input.Fields.SelectMany(field =>
            field.ResolvedType!.GetNamedType() switch
            {
                IInputObjectGraphType inner => IdsOf(inner, $"{within}{field.Name}."),
                { Name: "ID" } => [$"{within}{field.Name}"],
                _ => [],
            }
        );

    /// <summary>An input with what is required, and one id.</summary>
    /// <param name="others">Whose rows other ids name; null for rows that are not there.</param>
    private Dictionary<string, object?> Make(
        IInputObjectGraphType input,
        string within,
        string path,
        string id,
        string mutation,
        NaiveSeen? others
    )
    {
        var made = new Dictionary<string, object?>();
        foreach (var field in input.Fields)
        {
            var at = $"{within}{field.Name}";
            var isOnWay = path == at || path.StartsWith($"{at}.", StringComparison.Ordinal);
            if (!isOnWay && field.ResolvedType is not NonNullGraphType && field.Name != "dryRun")
                continue;
            object? value =
                path == at ? id
                : field.ResolvedType!.GetNamedType() is IInputObjectGraphType inner
                    ? Make(inner, $"{at}.", path, id, mutation, others)
                : Value(field, at, mutation, others);
            made[field.Name] = IsList(field.ResolvedType!) ? new[] { value } : value;
        }

        return made;
    }

    private object? Value(FieldType field, string at, string mutation, NaiveSeen? others)
    {
        if (Values.TryGetValue(field.Name, out var given))
            return given;
        return field.ResolvedType!.GetNamedType() switch
        {
            EnumerationGraphType known => known.Values.First().Name,
            { Name: "ID" } => Other(TypeOf(mutation, at), others).ToString(),
            { Name: "Int" } => 1,
            { Name: "Boolean" } => true,
            { Name: "Decimal" } => "1",
            { Name: "LocalDate" } => "2023-01-10",
            { Name: "DateTime" } => "2023-01-10T02:00:00Z",
            { Name: "Upload" } => "eA==",
            _ => field.Name == "idempotencyKey" ? Guid.NewGuid().ToString() : "x",
        };
    }

    private NodeId Other(string type, NaiveSeen? seen) =>
        new(type, (seen is null ? null : Row(type, row => Sees(seen, row))) ?? Missing);

    private static bool IsList(IGraphType type) =>
        type is ListGraphType or NonNullGraphType { ResolvedType: ListGraphType };

    private static string TypeOf(string mutation, string path)
    {
        var name = path[(path.LastIndexOf('.') + 1)..];
        return Types.GetValueOrDefault($"{mutation}.{path}")
            ?? Types.GetValueOrDefault(path)
            ?? Types.GetValueOrDefault(name)
            ?? char.ToUpperInvariant(name[0]) + name[1..^2];
    }

    private Guid? Row(string type, Func<object, bool> which) =>
        data.Models.All.SingleOrDefault(model => model.Name == type) is { } model && data.Rows.IsRow(model.Row)
            ? data
                .Rows.Of(model.Row)
                .Where(which)
                .OrderByDescending(IsOfOwnOffice)
                .Select(data.Rows.IdOf)
                .FirstOrDefault(id => id is not null)
            : null;

    private bool IsOfOwnOffice(object row) =>
        row.GetType().GetProperty("OfficeId")?.GetValue(row) is Guid office
        && data.Rows.Find(typeof(Office), office) is Office { Code: PlanService.Office };

    /// <summary>A part is seen with what it is a part of.</summary>
    private bool Sees(NaiveSeen seen, object row) =>
        seen.Sees(row is Session session ? data.Rows.Find(typeof(Offering), session.OfferingId)! : row);
}
