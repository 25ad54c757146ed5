using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;
using TeacherDevPlan.Api.GraphQL.Schema;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Infrastructure.Reads.Compiling;

namespace TeacherDevPlan.Api.GraphQL.Execution;

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
        var compiler = new OperationCompiler(
            new SelectionReader(schema, document, values),
            new ArgumentReader(values),
            types,
            models,
            () => contexts.Compiler(caller),
            rule => rule.Allows(caller)
        );
        return new Compilation(compiler.Compile(operation), declared, values);
    }
}
