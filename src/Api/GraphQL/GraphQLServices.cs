using System.Text.Encodings.Web;
using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Api.GraphQL.Execution;
using TeacherDevPlan.Api.GraphQL.Schema;

namespace TeacherDevPlan.Api.GraphQL;

internal static class GraphQLServices
{
    public static IServiceCollection AddGraphQLApi(this IServiceCollection services)
    {
        services.AddSingleton<ModelTypes>();
        services.AddSingleton<PlanSchema>();
        services.AddSingleton<ISchema>(provider => provider.GetRequiredService<PlanSchema>());
        services.AddSingleton<OperationCompilers>();
        services.AddSingleton<KnownOperations>();
        services.AddGraphQL(builder =>
            builder
                .AddSystemTextJson(options =>
                {
                    options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
                    options.Converters.Add(new AnswerConverter());
                })
                .AddErrorInfoProvider<RequestErrors>()
                .AddExecutionStrategy<CompiledStrategy>(OperationType.Query)
                .AddExecutionStrategy<CompiledStrategy>(OperationType.Mutation)
        );
        return services;
    }
}
