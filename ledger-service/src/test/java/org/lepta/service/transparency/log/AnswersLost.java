package org.lepta.service.transparency.log;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that does what it is told to write and whose answer to that is always lost. */
final class AnswersLost extends DelegatingDataSource {

  AnswersLost(DataSource database) {
    super(database);
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    return proxy(
        Connection.class,
        (method, result) ->
            method.equals("prepareStatement") ? statement((PreparedStatement) result) : result,
        connection);
  }

  private static PreparedStatement statement(PreparedStatement statement) {
    return proxy(
        PreparedStatement.class,
        (method, result) -> {
          if (method.equals("executeUpdate")) {
            throw new SQLException("the connection broke before the answer came");
          }
          return result;
        },
        statement);
  }

  /** What becomes of the result of a call. */
  @FunctionalInterface
  private interface After {
    Object of(String method, Object result) throws SQLException;
  }

  private static <T> T proxy(Class<T> type, After after, T real) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              try {
                return after.of(method.getName(), method.invoke(real, arguments));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
