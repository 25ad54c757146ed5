using GraphQL.Types;
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

/// <summary>What all refusals have in common.</summary>
internal static class ErrorInterface
{
    public static InterfaceGraphType Of(IReadOnlyList<IErrorType> types)
    {
        var byKind = types.ToDictionary(type => type.ErrorKind);
        var error = new InterfaceGraphType
        {
            Name = "Error",
            Description = "Why a mutation was refused. Nothing was changed then.",
            ResolveType = value => byKind[value.GetType()],
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
