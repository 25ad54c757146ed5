using System.Security.Claims;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Instrumentation;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace TeacherDevPlan.Api.GraphQL.Execution;

/// <summary>What a resolver is told.</summary>
internal sealed class FieldContext(ExecutionContext context, Place place) : IResolveFieldContext
{
    private readonly FieldPlan plan = place.Field;

    /// <summary>The field, with what is selected below it.</summary>
    public FieldPlan Field => plan;

    /// <summary>As a field that is selected below is told, before there is an object to resolve it of.</summary>
    public FieldContext Below(FieldPlan field) => new(context, new Place(place.Parent, field));

    public object? Source => place.Parent.Source;

    public GraphQLField FieldAst => plan.Ast;

    public FieldType FieldDefinition => plan.Definition;

    public IObjectGraphType ParentType => place.Parent.Plan.Type;

    public IResolveFieldContext? Parent => place.Parent.Place is { } above ? new FieldContext(context, above) : null;

    public IDictionary<string, ArgumentValue>? Arguments => context.GetArguments(plan.Definition, plan.Ast);

    public IDictionary<string, DirectiveInfo>? Directives => context.GetDirectives(plan.Ast);

    public object? RootValue => context.RootValue;

    public ISchema Schema => context.Schema;

    public GraphQLDocument Document => context.Document;

    public GraphQLOperationDefinition Operation => context.Operation;

    public Variables Variables => context.Variables;

    public CancellationToken CancellationToken => context.CancellationToken;

    public Metrics Metrics => context.Metrics;

    public ExecutionErrors Errors => context.Errors;

    public IEnumerable<object> Path => place.Path(step => step.Definition.Name);

    public IEnumerable<object> ResponsePath => place.Path(step => step.Key);

    public Dictionary<string, (GraphQLField Field, FieldType FieldType)>? SubFields =>
        ((PlanStrategy)context.ExecutionStrategy).FieldsBelow(context, plan);

    public IReadOnlyDictionary<string, object?> InputExtensions => context.InputExtensions;

    public IDictionary<string, object?> OutputExtensions => context.OutputExtensions;

    public IServiceProvider? RequestServices => context.RequestServices;

    public IExecutionArrayPool ArrayPool => context;

    public ClaimsPrincipal? User => context.User;

    public IExecutionContext ExecutionContext => context;

    public IDictionary<string, object?> UserContext => context.UserContext;
}
