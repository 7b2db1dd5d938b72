package shop;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;

public class Main {
    public static void main(String[] arguments) throws Exception {
        var server = HttpServer.create(new InetSocketAddress(Integer.parseInt(System.getenv("PORT"))), 0);
        server.createContext("/health", exchange -> { exchange.sendResponseHeaders(200, -1); exchange.close(); });
        server.start();
    }
}
