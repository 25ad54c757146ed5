using System.Security.Claims;
using GraphQL;
using GraphQL.Validation;
using GraphQL.Validation.Rules;
using GraphQLParser.AST;
using TeacherDevPlan.Api.Configuration;
using TeacherDevPlan.Api.GraphQL.Execution;
using TeacherDevPlan.Api.Limits.Cost;
using TeacherDevPlan.Api.Requests;

namespace TeacherDevPlan.Api.Limits;

/// <summary>The document of a request, read within the limits.</summary>
/// <param name="Document">The document; null if it has a syntax error.</param>
/// <param name="IsValid">Whether the document is already known to be valid.</param>
/// <param name="IsCyclic">Whether a fragment contains itself. Then only that is validated, and the document is never
/// executed.</param>
internal sealed record ReadDocument(string Text, GraphQLDocument? Document, bool IsValid = false, bool IsCyclic = false)
{
    /// <summary>The syntax error, if there is one.</summary>
    public ExecutionError? Fault { get; init; }

    /// <summary>The validation rules that remain to be checked.</summary>
    public IEnumerable<IValidationRule> Rules =>
        IsCyclic ? [NoFragmentCycles.Instance]
        : IsValid ? []
        : ErrorLimit.WithAllRules;
}

/// <summary>The checks that every operation passes before it is validated and executed.</summary>
internal sealed class OperationIntake(GraphQLLimits limits, TrustedDocuments trusted, CostAnalyzer costs)
{
    /// <summary>Finds or parses the document, and refuses one that is too large.</summary>
    public async ValueTask<ReadDocument> ReadAsync(GraphQLHttpRequest request)
    {
        if (trusted.Find(request) is { } own)
            return new ReadDocument(own.Text, own.Document, IsValid: true);
        var (document, fault) = DocumentText.Parse(request.Query, limits);
        if (document is null)
            return new ReadDocument(request.Query, null) { Fault = fault };
        await DocumentCheck.RefuseUnusableAsync(document);
        return new ReadDocument(
            request.Query,
            document,
            IsCyclic: DocumentStructure.Check(document, request.Query, limits)
        );
    }

    /// <summary>
    /// Refuses an operation whose cost with these variables is too high, or that queries the schema without permission.
    /// Returns null if there is nothing to execute.
    /// </summary>
    /// <param name="costOnly">Whether only the cost is requested; then no cost is too high.</param>
    public OperationCost? Admit(ReadDocument read, GraphQLHttpRequest request, ClaimsPrincipal user, bool costOnly)
    {
        if (
            read is not { Document: { } document, IsCyclic: false }
            || ExecutedOperation.Of(document, request.OperationName) is not { } operation
        )
            return null;
        var (cost, introspects) = costs.Analyze(document, operation, request.Variables);
        if (introspects && !MayIntrospect(user))
        {
            throw HttpRequestRefused.BadRequest(
                "INTROSPECTION_DISABLED",
                limits.Introspection == IntrospectionAccess.SignedIn
                    ? "The schema (__schema, __type) is available only to signed-in callers."
                    : "This service does not publish its schema (__schema, __type)."
            );
        }

        if (!costOnly)
            Admit(cost);
        return cost;
    }

    /// <summary>The text of the document that a request references or sends.</summary>
    public string TextOf(GraphQLHttpRequest request) => trusted.Find(request)?.Text ?? request.Query;

    /// <summary>Refuses an operation whose known cost is too high.</summary>
    public void Admit(OperationCost cost)
    {
        if (cost.FieldCost > limits.MaxFieldCost || cost.TypeCost > limits.MaxTypeCost)
            throw TooExpensive(cost);
    }

    public bool MayIntrospect(ClaimsPrincipal user) =>
        limits.Introspection switch
        {
            IntrospectionAccess.Everyone => true,
            IntrospectionAccess.SignedIn => user.Identity?.IsAuthenticated == true,
            _ => false,
        };

    private HttpRequestRefused TooExpensive(OperationCost cost) =>
        new(
            StatusCodes.Status400BadRequest,
            "COST_EXCEEDED",
            $"The response could contain {cost.FieldCost} field values and {cost.TypeCost} objects; at most {limits.MaxFieldCost} and {limits.MaxTypeCost} are allowed. Request smaller pages (first, last), fewer levels or fewer fields.",
            new Dictionary<string, object?>(cost.AsExtension)
            {
                ["maxFieldCost"] = limits.MaxFieldCost,
                ["maxTypeCost"] = limits.MaxTypeCost,
            }
        );
}
