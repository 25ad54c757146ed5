using NpgsqlTypes;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Infrastructure.Reads.Answers;
using TeacherDevPlan.Infrastructure.Reads.Compiling;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Infrastructure.Reads.Running;

/// <inheritdoc cref="IRowVisibility"/>
internal sealed class RowVisibility(
    ReadContexts contexts,
    ReadSession session,
    Models models,
    AccessControl access,
    Caller caller,
    TimeProvider time
) : IRowVisibility
{
    public async Task<bool> SeesAsync(NodeId id, CancellationToken cancellationToken)
    {
        if (models.All.FirstOrDefault(model => model.Name == id.TypeName) is not { } model)
            return false;
        var statement = new Statement(contexts.For(caller));
        var row = new SqlRow(statement, model.Row);
        var of = row;
        // Parts are seen with the row that they are a part of.
        while (models.For(of.Type).Seen is Seen.AsParent && ParentOf(of.Type) is var (parent, key))
            of = of.ByKey(key.ToString(), parent, seenOnly: false);
        var named = $"{row.Id} = {statement.Value(NpgsqlDbType.Uuid, _ => id.Id)}";
        var where = Sql.Where([named, row.Context.Visibility.Condition(of)]);
        statement.Column("1", ColumnKind.Int);
        statement.Text = columns => $"SELECT {columns} FROM {row.From}{where}";
        var request = ReadRequests.Of(caller, new Dictionary<string, object?>(), time);
        return (await session.FindAsync([statement], request, access, true, cancellationToken))[0].Count > 0;
    }

    private (Type Parent, MemberPath Key)? ParentOf(Type part) =>
        models
            .All.SelectMany(model => model.Fields.OfType<ManyField>(), (model, field) => (model.Row, field))
            .Where(one => one.field.Row == part)
            .Select(one => ((Type, MemberPath)?)(one.Row, one.field.Parent))
            .FirstOrDefault();
}
