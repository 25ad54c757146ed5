using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.People.Importing;
using TeacherDevPlan.Application.Results;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Architecture.Tests;

/// <summary>What commands say they end in is what their code ends in, so that no refusal is one that the schema does not know.</summary>
public sealed class CommandErrorTests
{
    internal static readonly CodeWalk Walk = new(
        typeof(DomainError).Assembly,
        typeof(CommandSession).Assembly,
        typeof(TeacherDevPlan.Infrastructure.DependencyInjection).Assembly
    );

    internal static readonly IReadOnlyList<(Type Command, Type Handler)> Handlers =
    [
        .. typeof(CommandSession)
            .Assembly.GetTypes()
            .Where(type => !type.IsAbstract)
            .Select(type => (CommandOf(type), type))
            .Where(pair => pair.Item1 is not null)
            .Select(pair => (pair.Item1!, pair.type)),
    ];

    /// <summary>Follow from what a command is.</summary>
    private static readonly Type[] Implied = [typeof(RequestInvalid), typeof(IdempotencyKeyReused)];

    /// <summary>Nothing ends in these any more, but the schema promises them to clients.</summary>
    private static readonly (Type Command, Type Error)[] Promised =
    [
        (typeof(ReportIndicatorResult), typeof(InvalidState)),
    ];

    /// <summary>What a command meets on its way, and tells as a part of another error.</summary>
    private static readonly (Type Command, Type Error)[] Told =
    [
        (typeof(ImportStaff), typeof(OverlappingAppointment)),
        (typeof(ImportStaff), typeof(CircularSupervision)),
    ];

    public static TheoryData<string> Commands => [.. Handlers.Select(pair => pair.Command.Name)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_ends_in_what_it_says(string name)
    {
        var (command, handler) = Handlers.Single(pair => pair.Command.Name == name);
        Walk.ErrorsOf(handler, typeof(CommandHandler<,,>))
            .Concat(Promised.Where(one => one.Command == command).Select(one => one.Error.Name))
            .Except(Implied.Select(error => error.Name))
            .Except(Told.Where(one => one.Command == command).Select(one => one.Error.Name))
            .ShouldBe(
                EndsInAttribute.Of(command).Except(Implied).Select(error => error.Name),
                ignoreOrder: true,
                $"[EndsIn] of {name}"
            );
    }

    [Fact]
    public void Every_command_has_a_handler_of_this_kind() =>
        typeof(CommandSession)
            .Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(Mediator.IBaseCommand)))
            .ShouldBe(Handlers.Select(pair => pair.Command), ignoreOrder: true);

    [Fact]
    public void The_walk_finds_errors_behind_calls_lambdas_and_interfaces()
    {
        var all = Handlers.SelectMany(pair => Walk.ErrorsOf(pair.Handler, typeof(CommandHandler<,,>))).ToHashSet();
        all.ShouldBe(DomainError.Kinds.Select(kind => kind.Name), ignoreOrder: true);
    }

    private static Type? CommandOf(Type type)
    {
        for (var one = type; one is not null; one = one.BaseType)
        {
            if (one.IsGenericType && one.GetGenericTypeDefinition() == typeof(CommandHandler<,,>))
                return one.GetGenericArguments()[0];
        }

        return null;
    }
}
