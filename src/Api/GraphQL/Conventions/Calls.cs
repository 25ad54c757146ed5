using GraphQL.Types;
using Mediator;
using TeacherDevPlan.Api.GraphQL.Execution;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>Fields of Query that are computed by a handler instead of read from a model.</summary>
internal static class Calls
{
    /// <summary>A field that returns the result of a handler.</summary>
    public static FieldType Query<T>(
        string name,
        string type,
        string description,
        Func<FieldCall, IQuery<T>> query,
        params QueryArgument[] arguments
    ) =>
        TypeNames.Field(
            name,
            type,
            description,
            new CallSource(async call =>
                await call.Services.GetRequiredService<ISender>().Send(query(call), call.Cancellation)
            ),
            arguments
        );
}
