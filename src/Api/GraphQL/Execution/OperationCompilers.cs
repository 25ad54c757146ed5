using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;
using TeacherDevPlan.Api.GraphQL.Schema;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Infrastructure.Reads.Compiling;

namespace TeacherDevPlan.Api.GraphQL.Execution;

/// <summary>
/// An operation that was compiled for one request, with everything that other requests of its kind share.
/// </summary>
/// <param name="Values">The variables of the request.</param>
internal sealed record Compilation(
    CompiledOperation Operation,
    OperationVariables Variables,
    IReadOnlyDictionary<string, object?> Values
)
{
    /// <summary>The signature of the variables: what the statements depend on.</summary>
    public string Signature => Variables.Signature(Values);
}

/// <summary>Compiles operations for the current caller.</summary>
internal sealed class OperationCompilers(ISchema schema, ModelTypes types, Models models, ReadContexts contexts)
{
    /// <summary>Compiles an operation. The document must be valid.</summary>
    public Compilation Compile(
        GraphQLDocument document,
        GraphQLOperationDefinition operation,
        Inputs? variables,
        Caller caller
    )
    {
        var declared = OperationVariables.Of(document, operation, schema);
        var values =
            declared.Coerce(variables)
            ?? throw new InvalidOperationException("Variables that were found valid cannot be coerced.");
        bool Allows(AccessRule rule) => rule.Allows(caller);
        var compiler = new OperationCompiler(
            new SelectionReader(schema, document, values),
            new ArgumentReader(values),
            types,
            models,
            () => contexts.Compiler(caller),
            Allows
        );
        return new Compilation(compiler.Compile(operation), declared, values);
    }

    /// <summary>
    /// The callers who share a compiled operation: they see the same rows and may use the same fields.
    /// </summary>
    public static int KindOf(Caller caller)
    {
        var kind = caller.IsSystem ? 1 << 30 : 0;
        foreach (var role in Enum.GetValues<Role>())
        {
            if (caller.Roles.Contains(role))
                kind |= 1 << (int)role;
        }

        if (caller.SeesOneOffice)
            kind |= 1 << 20;
        return kind | ((int)ReadRequests.ViewOf(caller) << 16);
    }
}
