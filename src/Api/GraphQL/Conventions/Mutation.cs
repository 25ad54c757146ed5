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

/// <summary>
/// A mutation in Hot Chocolate's conventions, declared rather than written: one command, one input object, one payload that
/// holds the result or the errors.
/// </summary>
internal sealed class Mutation<TValue> : IMutation
{
    private const string Key = "idempotencyKey";
    private const string DryRun = "dryRun";

    private readonly Func<InputValues, IdempotentCommand<TValue>> command;

    /// <param name="result">The payload's field, and what it is made of.</param>
    /// <param name="command">Makes the command of the input.</param>
    /// <param name="needsKey">Whether it is refused without an idempotencyKey.</param>
    public Mutation(
        string name,
        string description,
        IReadOnlyList<Member> input,
        (Member Member, Func<IResolveFieldContext, TValue, object?> Of) result,
        IReadOnlyList<IErrorType> errors,
        Func<InputValues, IdempotentCommand<TValue>> command,
        bool needsKey = true
    )
    {
        this.command = command;
        var prefix = char.ToUpperInvariant(name[0]) + name[1..];
        Types =
        [
            InputTypes.Of($"{prefix}Input", $"The input of {name}.", [.. input, .. Common(needsKey)]),
            ErrorUnion($"{prefix}Error", $"Why {name} was refused.", errors),
            new PayloadType($"{prefix}Payload", $"The outcome of {name}.", result, $"[{prefix}Error!]"),
        ];
        Field = TypeNames.Field(
            name,
            $"{prefix}Payload!",
            description,
            new FuncFieldResolver<object?>(async context => await RunAsync(context))
        );
        Field.Arguments = new QueryArguments(
            ListArgumentsReader.Argument("input", $"{prefix}Input!", "What to do."),
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

    private static IEnumerable<Member> Common(bool needsKey) =>
        [
            new(
                Key,
                needsKey ? "String!" : "String",
                "1 to 255 characters, chosen by the client before it sends: the same request again under the same key gives the first "
                    + "outcome again and changes nothing. Kept for 30 days at least."
            ),
            new(
                DryRun,
                "Boolean",
                "Answers as if it were done, with the balances that would result or the errors, and changes nothing.",
                false
            ),
        ];

    private async Task<Result<TValue>> RunAsync(IResolveFieldContext context)
    {
        var services = context.RequestServices!;
        await OperationReads.Of(context).RenewAsync();
        var input = new InputValues((IReadOnlyDictionary<string, object?>)context.Arguments!["input"].Value!);
        var dryRun = context.GetArgument<bool?>(DryRun) is true || input.ValueOrNull<bool>(DryRun) is true;
        if (dryRun)
            services.GetRequiredService<IUnitOfWork>().BeginRehearsal();
        var complete = command(input) with { IdempotencyKey = input.TextOrNull(Key), DryRun = dryRun };
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
            (Member Member, Func<IResolveFieldContext, TValue, object?> Of) result,
            string errors
        )
            : base(name, description)
        {
            Resolved(
                result.Member.Name,
                result.Member.Type,
                result.Member.Description,
                context =>
                    context.Source is Result<TValue> { Succeeded: true } done ? result.Of(context, done.Value) : null
            );
            Value(
                "errors",
                errors,
                done => done.Succeeded ? null : done.Errors,
                "Why it was refused; null where it was not."
            );
        }
    }
}
