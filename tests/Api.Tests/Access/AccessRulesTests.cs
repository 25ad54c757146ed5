using GraphQL.Types;
using Mediator;
using Microsoft.Extensions.DependencyInjection;
using TeacherDevPlan.Api.GraphQL.Sources;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Ledger;
using TeacherDevPlan.Application.People.Figures;
using TeacherDevPlan.Application.Plans.Importing;

namespace TeacherDevPlan.Api.Tests;

/// <summary>Nothing can be read or done of which nobody has said who may.</summary>
public sealed class AccessRulesTests(PlanService service)
{
    /// <summary>Commands that only the service itself sends, or somebody at its command line.</summary>
    private static readonly Type[] Own =
    [
        typeof(ReleaseExpiredCommitments),
        typeof(ForgetOldKeys),
        typeof(SettlePeopleFigures),
    ];

    private ISchema Schema => service.Services.GetRequiredService<ISchema>();

    [Fact]
    public void Every_field_of_the_schema_says_where_its_values_come_from_and_so_who_may_use_it() =>
        Schema
            .AllTypes.OfType<IObjectGraphType>()
            .Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal))
            .SelectMany(type => type.Fields.Select(field => (Name: $"{type.Name}.{field.Name}", field.Resolver)))
            .Where(field => field.Resolver is not FieldSource)
            .Select(field => field.Name)
            .ShouldBeEmpty();

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
}
