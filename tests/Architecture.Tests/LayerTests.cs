using System.Reflection;
using NetArchTest.Rules;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Architecture.Tests;

public sealed class LayerTests
{
    private static readonly Assembly Domain = typeof(Entity).Assembly;
    private static readonly Assembly Application = typeof(TeacherDevPlan.Application.DependencyInjection).Assembly;
    private static readonly Assembly Infrastructure =
        typeof(TeacherDevPlan.Infrastructure.DependencyInjection).Assembly;
    private static readonly Assembly Api = Assembly.Load("TeacherDevPlan.Api");
    private const string Execution = "TeacherDevPlan.Api.GraphQL.Execution";

    [Fact]
    public void The_domain_uses_no_package_and_no_other_layer() =>
        Domain
            .GetReferencedAssemblies()
            .ShouldAllBe(name => name.Name!.StartsWith("System.", StringComparison.Ordinal));

    [Theory]
    [InlineData("TeacherDevPlan.Infrastructure")]
    [InlineData("TeacherDevPlan.Api")]
    [InlineData("Microsoft.EntityFrameworkCore")]
    [InlineData("Npgsql")]
    [InlineData("GraphQL")]
    [InlineData("Microsoft.AspNetCore")]
    public void The_application_does_not_know_how_things_are_stored_or_served(string dependency) =>
        ShouldHold(Types.InAssembly(Application).ShouldNot().HaveDependencyOn(dependency).GetResult());

    [Theory]
    [InlineData("TeacherDevPlan.Api")]
    [InlineData("GraphQL")]
    public void The_infrastructure_does_not_know_how_things_are_served(string dependency) =>
        ShouldHold(Types.InAssembly(Infrastructure).ShouldNot().HaveDependencyOn(dependency).GetResult());

    [Fact]
    public void The_schema_does_not_know_how_things_are_stored() =>
        ShouldHold(
            Types
                .InAssembly(Api)
                .That()
                .ResideInNamespace("TeacherDevPlan.Api.GraphQL")
                .And()
                .DoNotResideInNamespace(Execution)
                .ShouldNot()
                .HaveDependencyOnAny("Microsoft.EntityFrameworkCore", "Npgsql", "TeacherDevPlan.Infrastructure")
                .GetResult()
        );

    /// <summary>What runs an operation hands its selection to the compiler of reads, and knows no more of the storage than that.</summary>
    [Fact]
    public void What_runs_operations_knows_reads_and_not_how_they_are_stored() =>
        ShouldHold(
            Types
                .InAssembly(Api)
                .That()
                .ResideInNamespace(Execution)
                .ShouldNot()
                .HaveDependencyOnAny(
                    "Microsoft.EntityFrameworkCore",
                    "Npgsql",
                    "TeacherDevPlan.Infrastructure.Persistence"
                )
                .GetResult()
        );

    [Fact]
    public void Classes_are_sealed_unless_meant_to_be_inherited()
    {
        Type[] open =
        [
            .. new[] { Domain, Application, Infrastructure, Api }
                .SelectMany(assembly => assembly.GetTypes())
                .Where(IsOpen),
        ];
        open.Select(type => type.Name.Split('`')[0]).ShouldBe(["Written", "ErrorType"]);
    }

    [Fact]
    public void Entities_are_changed_by_their_own_methods_only() =>
        Domain
            .GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Entity)))
            .SelectMany(type => type.GetProperties())
            .Where(property => property.SetMethod is { IsPublic: true })
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}")
            .ShouldBeEmpty();

    private static bool IsOpen(Type type) =>
        type is { IsClass: true, IsSealed: false, IsAbstract: false }
        && type.Namespace?.StartsWith("TeacherDevPlan", StringComparison.Ordinal) == true
        && !type.Namespace.Contains("Migrations")
        && !type.Name.Contains('<');

    private static void ShouldHold(NetArchTest.Rules.TestResult result) =>
        (result.FailingTypeNames ?? []).ShouldBeEmpty();
}
