using GraphQL.Types;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>A refusal as a type of the schema, one per kind of <see cref="DomainError"/>.</summary>
internal interface IErrorType : IObjectGraphType
{
    Type ErrorKind { get; }
}

/// <inheritdoc cref="IErrorType"/>
internal class ErrorType<T> : ObjectType<T>, IErrorType
    where T : DomainError
{
    public ErrorType(string name, string description)
        : base(name, description)
    {
        Value(
            "message",
            "String!",
            error => error.Text,
            "Message for people, in Thai if Accept-Language prefers it, otherwise in English."
        );
        Value("code", "String!", error => error.Code, "Stable code for programs.");
        Value(
            "index",
            "Int",
            error => error.Index,
            "Index, from 0, of the item in the input list that the error is about; otherwise null."
        );
    }

    public Type ErrorKind => typeof(T);
}

/// <summary>The types of all kinds of refusal, each added by the feature that it belongs to.</summary>
internal sealed class ErrorTypes
{
    private readonly IReadOnlyList<IErrorType> types;

    public ErrorTypes(IEnumerable<IErrorType> types)
    {
        this.types = [.. types];
        var missing = DomainError.Kinds.Except(this.types.Select(type => type.ErrorKind)).ToList();
        if (missing.Count > 0)
            throw new InvalidOperationException($"No type in the schema for {string.Join(", ", missing)}.");
    }

    /// <summary>Those that a command can end in.</summary>
    public IReadOnlyList<IErrorType> Of(Type command)
    {
        var kinds = EndsInAttribute.Of(command);
        return [.. types.Where(type => kinds.Contains(type.ErrorKind))];
    }

    /// <summary>All of them, and what they have in common.</summary>
    public IEnumerable<IGraphType> All() => [.. types, Interface()];

    private InterfaceGraphType Interface()
    {
        var error = new InterfaceGraphType
        {
            Name = "Error",
            Description = "Why a mutation was refused. Nothing was changed then.",
        };
        error.AddField(TypeNames.Field("message", "String!", "Message for people."));
        error.AddField(TypeNames.Field("code", "String!", "Stable code for programs."));
        error.AddField(
            TypeNames.Field(
                "index",
                "Int",
                "Index, from 0, of the item in the input list that the error is about; otherwise null."
            )
        );
        foreach (var type in types)
        {
            type.AddResolvedInterface(error);
            error.AddPossibleType(type);
        }

        return error;
    }
}
