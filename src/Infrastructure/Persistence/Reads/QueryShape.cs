using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using TeacherDevPlan.Application.Common.Querying;

namespace TeacherDevPlan.Infrastructure.Persistence.Reads;

/// <summary>
/// A query without the values in it: two queries of one shape are one SQL statement. Whether a value is null belongs to the shape,
/// since SQL compares with nulls in another way. So is a tree of reads, whose names stand for their queries.
/// </summary>
internal sealed class QueryShape : IEquatable<QueryShape>
{
    private readonly object?[] tokens;
    private readonly int hash;

    /// <param name="tokens">All that makes it up.</param>
    public QueryShape(object?[] tokens)
    {
        this.tokens = tokens;
        var code = new HashCode();
        foreach (var token in tokens)
            code.Add(token);
        hash = code.ToHashCode();
    }

    /// <summary>The shape of a query and the values it holds, in the order in which they stand in it.</summary>
    /// <param name="context">The type of the context: what is seen differs.</param>
    /// <returns>Null where the query has something in it that is not told apart here.</returns>
    public static (QueryShape Shape, IReadOnlyList<object?> Values)? Of(Type context, Expression query)
    {
        var reader = new Reader(replace: false);
        reader.Tokens.Add(context);
        reader.Visit(query);
        // A value without a name would stand in the statement itself, for every query of this shape.
        return reader.IsKnown && reader.Values.Count <= Named<int>.Count
            ? (new QueryShape([.. reader.Tokens]), reader.Values)
            : null;
    }

    /// <summary>The same query with each of its values under a name by which it is found again: V0, V1 …</summary>
    public static Expression WithNames(Expression query) => new Reader(replace: true).Visit(query)!;

    public bool Equals(QueryShape? other) => other is not null && tokens.AsSpan().SequenceEqual(other.tokens);

    public override bool Equals(object? obj) => Equals(obj as QueryShape);

    public override int GetHashCode() => hash;

    /// <summary>Walks a query in one order, always the same.</summary>
    private sealed class Reader(bool replace) : ExpressionVisitor
    {
        private static readonly object[] NodeTypes = [.. Enum.GetValues<ExpressionType>().Select(type => (object)type)];
        private static readonly object[] Numbers = [.. Enumerable.Range(0, 64).Select(number => (object)number)];

        private readonly List<ParameterExpression> parameters = [];
        private int parametersMet;

        public List<object?> Tokens { get; } = new(128);

        public List<object?> Values { get; } = [];

        public bool IsKnown { get; private set; } = true;

        public override Expression? Visit(Expression? node)
        {
            if (node is null)
            {
                Tokens.Add(null);
                return null;
            }

            Tokens.Add(NodeTypes[(int)node.NodeType]);
            return base.Visit(node);
        }

        protected override Expression VisitMember(MemberExpression node)
        {
            if (!IsCaptured(node))
            {
                Tokens.Add(node.Member);
                return base.VisitMember(node);
            }

            var value = Evaluate(node);
            return value is IQueryable query ? Visit(query.Expression)! : Value(node.Type, value);
        }

        protected override Expression VisitConstant(ConstantExpression node)
        {
            if (node.Value is IQueryable)
                IsKnown = false;
            Tokens.Add(node.Type);
            Tokens.Add(node.Value);
            return node;
        }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            parametersMet++;
            var index = parameters.IndexOf(node);
            if (index < 0)
            {
                index = parameters.Count;
                parameters.Add(node);
            }

            Tokens.Add(index < Numbers.Length ? Numbers[index] : index);
            Tokens.Add(node.Type);
            return node;
        }

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            Tokens.Add(node.Method);
            var before = parametersMet;
            var visited = base.VisitMethodCall(node);
            // EF Core computes what depends on no row, and gives it a name that is not known here.
            if (
                parametersMet == before
                && node.Method.DeclaringType != typeof(Queryable)
                && node.Method.DeclaringType != typeof(EntityFrameworkQueryableExtensions)
                && node.Method.DeclaringType != typeof(ReadHints)
            )
                IsKnown = false;
            return visited;
        }

        protected override Expression VisitUnary(UnaryExpression node)
        {
            Tokens.Add(node.Type);
            return base.VisitUnary(node);
        }

        protected override Expression VisitBinary(BinaryExpression node)
        {
            Tokens.Add(node.Method);
            return base.VisitBinary(node);
        }

        protected override Expression VisitNew(NewExpression node)
        {
            Tokens.Add(node.Constructor);
            return base.VisitNew(node);
        }

        protected override MemberBinding VisitMemberBinding(MemberBinding node)
        {
            Tokens.Add(node.Member);
            return base.VisitMemberBinding(node);
        }

        protected override Expression VisitNewArray(NewArrayExpression node)
        {
            Tokens.Add(node.Type);
            Tokens.Add(
                node.Expressions.Count < Numbers.Length ? Numbers[node.Expressions.Count] : node.Expressions.Count
            );
            return base.VisitNewArray(node);
        }

        protected override Expression VisitTypeBinary(TypeBinaryExpression node)
        {
            Tokens.Add(node.TypeOperand);
            return base.VisitTypeBinary(node);
        }

        /// <summary>Roots that carry SQL of their own hold values that are not seen here.</summary>
        protected override Expression VisitExtension(Expression node)
        {
            if (node is EntityQueryRootExpression root && node.GetType() == typeof(EntityQueryRootExpression))
                Tokens.Add(root.EntityType.ClrType);
            else
                IsKnown = false;
            return node;
        }

        private Expression Value(Type type, object? value)
        {
            Tokens.Add(type);
            Tokens.Add(
                value is null ? "null"
                : HasNulls(value) ? "with nulls"
                : "value"
            );
            var index = Values.Count;
            Values.Add(value);
            return replace
                ? Expression.Property(
                    Expression.Constant(Activator.CreateInstance(typeof(Named<>).MakeGenericType(type), value)),
                    $"V{index}"
                )
                : Expression.Constant(value, type);
        }

        private static bool HasNulls(object value) =>
            value is IEnumerable list and not string
            && value.GetType() != typeof(Guid[])
            && value is not IReadOnlyCollection<Guid>
            && list.Cast<object?>().Contains(null);

        private static bool IsCaptured(MemberExpression node) =>
            node.Expression switch
            {
                null => true,
                ConstantExpression => true,
                MemberExpression inner => IsCaptured(inner),
                _ => false,
            };

        private static object? Evaluate(MemberExpression node)
        {
            var owner = node.Expression switch
            {
                ConstantExpression constant => constant.Value,
                MemberExpression inner => Evaluate(inner),
                _ => null,
            };
            return node.Member is FieldInfo field ? field.GetValue(owner) : ((PropertyInfo)node.Member).GetValue(owner);
        }
    }

    /// <summary>A value under many names: EF Core calls a parameter by the member that it was read from.</summary>
    private sealed class Named<T>(T value)
    {
        public const int Count = 40;

        public T V0 => value;
        public T V1 => value;
        public T V2 => value;
        public T V3 => value;
        public T V4 => value;
        public T V5 => value;
        public T V6 => value;
        public T V7 => value;
        public T V8 => value;
        public T V9 => value;
        public T V10 => value;
        public T V11 => value;
        public T V12 => value;
        public T V13 => value;
        public T V14 => value;
        public T V15 => value;
        public T V16 => value;
        public T V17 => value;
        public T V18 => value;
        public T V19 => value;
        public T V20 => value;
        public T V21 => value;
        public T V22 => value;
        public T V23 => value;
        public T V24 => value;
        public T V25 => value;
        public T V26 => value;
        public T V27 => value;
        public T V28 => value;
        public T V29 => value;
        public T V30 => value;
        public T V31 => value;
        public T V32 => value;
        public T V33 => value;
        public T V34 => value;
        public T V35 => value;
        public T V36 => value;
        public T V37 => value;
        public T V38 => value;
        public T V39 => value;
    }
}
