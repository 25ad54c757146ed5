using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using Mediator;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>A field of an input or a payload.</summary>
internal sealed record Member(string Name, string Type, string Description, object? Default = null);

/// <summary>Input objects, made of their members.</summary>
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

/// <summary>A mutation with the types that belong to it alone: its input, its payload and the union of its errors.</summary>
internal interface IMutation
{
    FieldType Field { get; }

    IEnumerable<IGraphType> Types { get; }
}

/// <summary>Whether a mutation takes an idempotencyKey.</summary>
internal enum KeyUse
{
    Required,
    Optional,

    /// <summary>None is taken: sending it twice is harmless, and it can be rehearsed.</summary>
    DryRun,

    /// <summary>None is taken.</summary>
    None,
}

/// <summary>
/// A mutation in Hot Chocolate's conventions, declared rather than written: one command, one input object, one payload that
/// holds the result or the errors.
/// </summary>
internal sealed class Mutation<TValue> : IMutation
{
    private const string Key = "idempotencyKey";
    private const string DryRun = "dryRun";

    private static readonly Member Rehearsal = new(
        DryRun,
        "Boolean",
        "Answers as if it were done, with the balances that would result or the errors, and changes nothing.",
        false
    );

    private readonly Func<InputValues, ICommand<Result<TValue>>> command;

    /// <param name="results">The payload's fields, and what they are made of.</param>
    /// <param name="command">Makes the command of the input.</param>
    public Mutation(
        string name,
        string description,
        IReadOnlyList<Member> input,
        IReadOnlyList<(Member Member, Func<IResolveFieldContext, TValue, object?> Of)> results,
        IReadOnlyList<IErrorType> errors,
        Func<InputValues, ICommand<Result<TValue>>> command,
        KeyUse key = KeyUse.Required
    )
    {
        this.command = command;
        var prefix = char.ToUpperInvariant(name[0]) + name[1..];
        Types =
        [
            InputTypes.Of($"{prefix}Input", $"The input of {name}.", [.. input, .. Common(key)]),
            ErrorUnion($"{prefix}Error", $"Why {name} was refused.", errors),
            new PayloadType($"{prefix}Payload", $"The outcome of {name}.", results, $"[{prefix}Error!]"),
        ];
        Field = TypeNames.Field(
            name,
            $"{prefix}Payload!",
            description,
            new FuncFieldResolver<object?>(async context => await RunAsync(context))
        );
        Field.Arguments = new QueryArguments(ListArgumentsReader.Argument("input", $"{prefix}Input!", "What to do."));
        if (key == KeyUse.None)
            return;
        Field.Arguments.Add(
            new QueryArgument(TypeNames.Parse("Boolean"))
            {
                Name = DryRun,
                Description = "The same as dryRun in the input.",
                DefaultValue = false,
            }
        );
    }

    public FieldType Field { get; }

    public IEnumerable<IGraphType> Types { get; }

    private static IEnumerable<Member> Common(KeyUse key) =>
        key == KeyUse.None ? []
        : key == KeyUse.DryRun ? [Rehearsal]
        :
        [
            new(
                Key,
                key == KeyUse.Required ? "String!" : "String",
                "1 to 255 characters, chosen by the client before it sends: the same request again under the same key gives the first "
                    + "outcome again and changes nothing. Kept for 30 days at least."
            ),
            Rehearsal,
        ];

    private async Task<Result<TValue>> RunAsync(IResolveFieldContext context)
    {
        var services = context.RequestServices!;
        await OperationReads.Of(context).RenewAsync();
        var input = new InputValues((IReadOnlyDictionary<string, object?>)context.Arguments!["input"].Value!);
        var complete = command(input);
        if (complete is DryRunCommand<TValue> rehearsable)
        {
            var dryRun = context.GetArgument<bool?>(DryRun) is true || input.ValueOrNull<bool>(DryRun) is true;
            if (dryRun)
                services.GetRequiredService<IUnitOfWork>().BeginRehearsal();
            complete = rehearsable with { DryRun = dryRun };
            if (complete is IdempotentCommand<TValue> repeatable)
                complete = repeatable with { IdempotencyKey = input.TextOrNull(Key) };
        }

        return await services.GetRequiredService<ISender>().Send(complete, context.CancellationToken);
    }

    private static UnionGraphType ErrorUnion(string name, string description, IReadOnlyList<IErrorType> errors)
    {
        var byKind = errors.ToDictionary(error => error.ErrorKind);
        var union = new UnionGraphType
        {
            Name = name,
            Description = description,
            ResolveType = error => byKind[error.GetType()],
        };
        foreach (var error in errors)
            union.AddPossibleType(error);
        return union;
    }

    private sealed class PayloadType : ObjectType<Result<TValue>>
    {
        public PayloadType(
            string name,
            string description,
            IReadOnlyList<(Member Member, Func<IResolveFieldContext, TValue, object?> Of)> results,
            string errors
        )
            : base(name, description)
        {
            foreach (var (member, of) in results)
            {
                Resolved(
                    member.Name,
                    member.Type,
                    member.Description,
                    context =>
                        context.Source is Result<TValue> { Succeeded: true } done ? of(context, done.Value) : null
                );
            }

            Value(
                "errors",
                errors,
                done => done.Succeeded ? null : done.Errors,
                "Why it was refused; null where it was not."
            );
        }
    }
}
