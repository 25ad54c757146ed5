using GraphQL.Types;
using Mediator;
using TeacherDevPlan.Api.GraphQL.Sources;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>A field of an input or a payload.</summary>
internal sealed record Member(string Name, string Type, string Description, object? Default = null);

/// <summary>Creates input objects from their members.</summary>
internal static class InputTypes
{
    public static InputObjectGraphType Of(string name, string description, IEnumerable<Member> members)
    {
        var type = new InputObjectGraphType { Name = name, Description = description };
        foreach (var member in members)
        {
            var field = TypeNames.Field(member.Name, member.Type, member.Description);
            field.DefaultValue = member.Default;
            type.AddField(field);
        }

        return type;
    }
}

/// <summary>A mutation with its own types: its input, its payload and the union of its errors.</summary>
internal interface IMutation
{
    FieldType Field { get; }

    /// <param name="errors">The errors that mutations end in.</param>
    IEnumerable<IGraphType> Types(ErrorTypes errors);
}

/// <summary>
/// A mutation in Hot Chocolate's conventions, declared instead of hand-written: one command, one input object, and one
/// payload with the result or the errors. Who may send it, which errors it ends in, and whether it takes an idempotencyKey and dryRun is
/// what the command says.
/// </summary>
internal sealed class Mutation<TCommand, TValue> : IMutation
    where TCommand : ICommand<Result<TValue>>
{
    private const string Key = "idempotencyKey";
    private const string DryRun = "dryRun";

    private static readonly Member Rehearsal = new(
        DryRun,
        "Boolean",
        "Returns the response that the mutation would give, with the resulting balances or the errors, but changes nothing.",
        false
    );

    private readonly Func<InputValues, TCommand> command;
    private readonly string prefix;
    private readonly IReadOnlyList<Member> input;
    private readonly IReadOnlyList<(Member Member, Func<TValue, object?> Of)> results;

    /// <param name="results">The payload's fields and the values that they are derived from.</param>
    /// <param name="command">Creates the command from the input.</param>
    public Mutation(
        string description,
        IReadOnlyList<Member> input,
        IReadOnlyList<(Member Member, Func<TValue, object?> Of)> results,
        Func<InputValues, TCommand> command
    )
    {
        (this.input, this.results, this.command) = (input, results, command);
        prefix = typeof(TCommand).Name;
        Field = TypeNames.Field(
            AccessRules.MutationOf(typeof(TCommand)),
            $"{prefix}Payload!",
            description,
            new CallSource(async call => await RunAsync(call)) { Access = AccessRules.OfCommand(typeof(TCommand)) },
            [.. Arguments()]
        );
    }

    public FieldType Field { get; }

    public IEnumerable<IGraphType> Types(ErrorTypes errors) =>
        [
            InputTypes.Of($"{prefix}Input", $"The input of {Field.Name}.", [.. input, .. Common()]),
            ErrorUnion($"{prefix}Error", $"Why {Field.Name} was refused.", errors.Of(typeof(TCommand))),
            Payload(),
        ];

    private IEnumerable<QueryArgument> Arguments()
    {
        yield return FieldArguments.Of("input", $"{prefix}Input!", "The input of the mutation.");
        if (!Is<IDryRunCommand>())
            yield break;
        var dryRun = FieldArguments.Of(DryRun, "Boolean", "The same as dryRun in the input.");
        dryRun.DefaultValue = false;
        yield return dryRun;
    }

    private static IEnumerable<Member> Common()
    {
        if (Is<IIdempotentCommand>())
            yield return new Member(
                Key,
                Is<IOptionalKey>() ? "String" : "String!",
                "1 to 255 characters, chosen by the client before sending. Repeating the same request with the same key changes nothing "
                    + "and returns the first outcome again: the same errors, or the same rows as they are now. A request that was refused can "
                    + "be corrected and sent under the same key. Kept for 30 days at least."
            );
        if (Is<IDryRunCommand>())
            yield return Rehearsal;
    }

    private static bool Is<T>() => typeof(TCommand).IsAssignableTo(typeof(T));

    private async Task<Result<TValue>> RunAsync(FieldCall call)
    {
        var input = new InputValues((IReadOnlyDictionary<string, object?>)call.Arguments["input"]!);
        ICommand<Result<TValue>> complete = command(input);
        if (complete is DryRunCommand<TValue> rehearsable)
        {
            var dryRun = call.Argument<bool>(DryRun) || input.ValueOrNull<bool>(DryRun) is true;
            if (dryRun)
                call.Services.GetRequiredService<IUnitOfWork>().BeginRehearsal();
            complete = rehearsable with { DryRun = dryRun };
            if (complete is IdempotentCommand<TValue> repeatable)
                complete = repeatable with { IdempotencyKey = input.TextOrNull(Key) };
        }

        return await call.Services.GetRequiredService<ISender>().Send(complete, call.Cancellation);
    }

    private static UnionGraphType ErrorUnion(string name, string description, IReadOnlyList<IErrorType> errors)
    {
        var union = new UnionGraphType { Name = name, Description = description };
        foreach (var error in errors)
            union.AddPossibleType(error);
        return union;
    }

    private ObjectGraphType Payload() =>
        TypeNames.Object(
            $"{prefix}Payload",
            $"The outcome of {Field.Name}.",
            [
                .. results.Select(result =>
                    Outcome(result.Member, done => done.Succeeded ? result.Of(done.Value) : null)
                ),
                Outcome(
                    new Member("errors", $"[{prefix}Error!]", "The errors; null if the mutation succeeded."),
                    done => done.Succeeded ? null : done.Errors
                ),
            ]
        );

    private static FieldType Outcome(Member member, Func<Result<TValue>, object?> get) =>
        TypeNames.Field(member.Name, member.Type, member.Description, ValueSource.Of(get));
}
