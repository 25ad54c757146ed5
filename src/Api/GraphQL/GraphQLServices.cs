using System.Text.Encodings.Web;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;
using TeacherDevPlan.Api.GraphQL.Conventions;

namespace TeacherDevPlan.Api.GraphQL;

internal static class GraphQLServices
{
    public static IServiceCollection AddGraphQLApi(this IServiceCollection services)
    {
        services.AddScoped<ResultSize>();
        services.AddScoped<OperationReads>();
        services.AddSingleton<PlanSchema>();
        services.AddSingleton<ISchema>(provider => provider.GetRequiredService<PlanSchema>());
        services.AddGraphQL(builder =>
            builder
                .AddSystemTextJson(options => options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping)
                .AddErrorInfoProvider<RequestErrors>()
                // One connection and one snapshot per operation: fields take turns, and load by level.
                .AddExecutionStrategy<SerialExecutionStrategy>(OperationType.Query)
                .AddExecutionStrategy<MutationStrategy>(OperationType.Mutation)
        );
        return services;
    }
}
