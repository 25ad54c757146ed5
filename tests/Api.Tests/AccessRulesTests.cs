using GraphQL.Types;
using Mediator;
using Microsoft.Extensions.DependencyInjection;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Budgets;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Application.Plans;

namespace TeacherDevPlan.Api.Tests;

/// <summary>Nothing can be read or done of which nobody has said who may.</summary>
public sealed class AccessRulesTests(PlanService service)
{
    /// <summary>Commands that only the service itself sends, or somebody at its command line.</summary>
    private static readonly Type[] Own = [typeof(ReleaseExpiredCommitments), typeof(ForgetOldKeys)];

    private ISchema Schema => service.Services.GetRequiredService<ISchema>();

    [Fact]
    public void Every_field_of_the_schema_is_declared_and_nothing_else_is()
    {
        var fields = Schema
            .AllTypes.OfType<IObjectGraphType>()
            .Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal) && !AccessRules.IsCarrier(type.Name))
            .SelectMany(type => type.Fields.Select(field => $"{type.Name}.{field.Name}"));
        AccessRules.Declared.ShouldBe(fields, ignoreOrder: true);
    }

    [Fact]
    public void Every_command_is_a_mutation_with_a_rule_or_the_services_own()
    {
        var commands = typeof(ImportPlan)
            .Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IBaseCommand)))
            .ToList();
        commands.Count.ShouldBeGreaterThan(8);
        commands.Where(command => AccessRules.OfCommand(command) == AccessRule.Nobody).ShouldBe(Own, ignoreOrder: true);
        commands
            .Except(Own)
            .Select(AccessRules.MutationOf)
            .ShouldBe(Schema.Mutation!.Fields.Select(field => field.Name), ignoreOrder: true);
    }

    [Fact]
    public void What_lists_are_filtered_and_sorted_by_are_fields_that_have_a_rule()
    {
        var models = service.Services.GetRequiredService<QueryModels>();
        models
            .All.SelectMany(model => model.Fields.Select(field => $"{model.Name}.{field.Name}"))
            .Except(AccessRules.Declared)
            .ShouldBeEmpty();
    }

    [Fact]
    public void What_is_not_declared_is_open_to_nobody() =>
        AccessRules
            .Of("Project", "somethingNew")
            .Allows(new Caller("x", Enum.GetValues<Domain.Access.Role>().ToHashSet(), new HashSet<string>()))
            .ShouldBeFalse();
}
